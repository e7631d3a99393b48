import fc from 'fast-check';
import { TRUTH_SIGNALS } from '#accountability';
import { sentenceFor } from '#english';
import { SIGNALS, signalsOf } from './signals-of.js';
import { honest, report, RULES } from './testing/cases.js';
import { textLikeness } from './text-likeness.js';
import type { KnownIndicator, TruthCase } from './truth-case.js';

const rules = RULES.signals;
/** All that was said of a case below. */
const said = new Set<string>();
function scoreOf(name: (typeof TRUTH_SIGNALS)[number], of: TruthCase): number | null {
  const signal = SIGNALS[name](of, rules);
  if (signal !== null) said.add(signal.says);
  return signal?.score ?? null;
}

const found = (id: string) => ({ kind: 'verification' as const, id });

const places: KnownIndicator = {
  position: 0,
  name: '新增学位',
  comparator: '>=',
  target: 400,
  upper: null,
  unit: '个',
  baseline: null,
  readings: [{ value: 120, at: '2024-05-01T00:00:00.000Z', evidence: { kind: 'report', id: 'r1' } }],
};

describe('signals', () => {
  it('have nothing against an honest account', () => {
    for (const { name, score } of signalsOf(honest(), rules)) expect([name, score]).toEqual([name, 0]);
  });

  it('give a score in thousandths, a Chinese sentence and the evidence, each of them', () => {
    const suspect = honest({
      reports: [
        report(1, { progress: 40, expected: 40, readings: [{ position: 0, value: 120 }] }),
        report(2, {
          progress: 80,
          expected: 80,
          words: report(1).words,
          filedAt: '2024-04-30T08:30:00.000Z',
          readings: [{ position: 0, value: 120 }],
        }),
        report(3, { progress: 80, noChange: true }),
      ],
      indicators: [places],
      milestones: [{ id: 'm1', name: '封顶', dueOn: '2024-05-01', weight: 1, reached: false }],
      parts: [{ id: 'p1', unit: '区财政局', progress: null }],
      findings: [
        { evidence: found('v1'), finding: 'untrue', foundAt: '2024-05-20T00:00:00.000Z', sameTask: true },
      ],
      closure: { requestedAt: '2024-05-15T00:00:00.000Z', evidence: { kind: 'event', id: 't', seq: 9 } },
    });
    for (const signal of signalsOf(suspect, rules)) {
      expect(signal.says).toMatch(/[\u4e00-\u9fff].*[\d无]/u);
      expect(signal.says.endsWith('。')).toBe(true);
      expect(signal.evidence.length).toBeGreaterThan(0);
      expect(signal.score * 1000).toBeCloseTo(Math.round(signal.score * 1000), 9);
    }
    expect(signalsOf(suspect, rules).map(({ name }) => name)).toEqual(
      TRUTH_SIGNALS.filter((name) => name !== 'repeatedText'),
    );
  });

  it('say nothing, instead of nothing wrong, where nothing is known', () => {
    for (const name of [
      'indicatorGap',
      'milestoneGap',
      'partsGap',
      'earlierFinding',
      'closureAfterLag',
    ] as const)
      expect(SIGNALS[name](honest(), rules)).toBeNull();
  });
});

describe('a gap', () => {
  it('is measured against the reading of an indicator, from its baseline', () => {
    const of = (progress: number, indicator: KnownIndicator): TruthCase =>
      honest({ reports: [report(1, { progress })], indicators: [indicator] });
    expect(SIGNALS.indicatorGap(of(60, places), rules)).toMatchObject({
      score: 0.667,
      says: '自报进度60%，指标“新增学位”读数120个、目标400个，合30%，相差30个百分点。',
    });
    expect(scoreOf('indicatorGap', of(60, { ...places, baseline: 100 }))).toBe(1);
    expect(scoreOf('indicatorGap', of(30, places))).toBe(0);
  });

  it('is none to a figure that is kept; broken, it speaks against what is said to be done', () => {
    const kept = { ...places, comparator: '<=', target: 5, unit: '起' };
    const of = (progress: number, value: number): TruthCase =>
      honest({
        reports: [report(1, { progress })],
        indicators: [{ ...kept, readings: [{ ...places.readings[0], value }] as never }],
      });
    expect(scoreOf('indicatorGap', of(100, 4))).toBeNull();
    expect(scoreOf('indicatorGap', of(60, 9))).toBeNull();
    expect(scoreOf('indicatorGap', of(100, 9))).toBe(1);
  });

  it('to milestones counts only those that were due and are not reached', () => {
    const milestones = [
      { id: 'm1', name: '开工', dueOn: '2024-04-20' as const, weight: 30, reached: true },
      { id: 'm2', name: '封顶', dueOn: '2024-05-20' as const, weight: 40, reached: false },
      { id: 'm3', name: '验收', dueOn: '2024-12-20' as const, weight: 30, reached: false },
    ];
    const reports = [report(1, { progress: 65 })];
    expect(SIGNALS.milestoneGap(honest({ reports, milestones }), rules)).toMatchObject({
      score: 0.833,
      says: '自报进度65%，而1个节点到期未完成（封顶），已完成节点合30%，相差35个百分点。',
    });
    expect(scoreOf('milestoneGap', honest({ reports, milestones, at: '2024-05-01T00:00:00.000Z' }))).toBe(0);
  });

  it('to the parts counts one that was not given as nothing', () => {
    const parts = [
      { id: 'p1', unit: '区财政局', progress: 40 },
      { id: 'p2', unit: '区住建局', progress: null },
    ];
    expect(SIGNALS.partsGap(honest({ reports: [report(1, { progress: 50 })], parts }), rules)).toMatchObject({
      score: 0.667,
      says: '自报进度50%，2个责任（配合）单位所报平均20%（其中区住建局未报），相差30个百分点。',
    });
  });

  it('that widens never lowers the score', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 400 }),
        (a, b, value) => {
          const of = (progress: number): TruthCase =>
            honest({
              reports: [report(1, { progress })],
              indicators: [{ ...places, readings: [{ ...places.readings[0], value }] as never }],
              parts: [{ id: 'p1', unit: '区财政局', progress: value / 4 }],
              milestones: [
                { id: 'm1', name: '开工', dueOn: '2024-04-20', weight: value, reached: true },
                { id: 'm2', name: '封顶', dueOn: '2024-05-20', weight: 401 - value, reached: false },
              ],
            });
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          for (const name of ['indicatorGap', 'partsGap', 'milestoneGap'] as const)
            expect(scoreOf(name, of(high)) ?? 0).toBeGreaterThanOrEqual(scoreOf(name, of(low)) ?? 0);
        },
      ),
    );
  });
});

describe('an earlier finding', () => {
  const finding = (of: object): TruthCase =>
    honest({
      findings: [
        {
          evidence: found('v1'),
          finding: 'untrue',
          foundAt: '2024-06-02T01:00:00.000Z',
          sameTask: true,
          ...of,
        },
      ],
    });

  it('speaks louder of the same task, of an untrue one, and when it is fresh', () => {
    const scores = [
      finding({}),
      finding({ sameTask: false }),
      finding({ finding: 'partlyTrue' }),
      finding({ finding: 'partlyTrue', sameTask: false }),
      finding({ foundAt: '2023-12-01T00:00:00.000Z', finding: 'partlyTrue', sameTask: false }),
      finding({ foundAt: '2022-12-01T00:00:00.000Z' }),
    ].map((of) => scoreOf('earlierFinding', of));
    expect(scores).toEqual([0.997, 0.698, 0.598, 0.399, 0.197, 0]);
  });

  it('is over with a later one that found the task true', () => {
    const of = finding({});
    const later = { evidence: found('v2'), finding: 'true' as const, foundAt: '2024-06-02T09:00:00.000Z' };
    expect(
      scoreOf('earlierFinding', { ...of, findings: [...of.findings, { ...later, sameTask: true }] }),
    ).toBe(0);
    expect(
      scoreOf('earlierFinding', { ...of, findings: [...of.findings, { ...later, sameTask: false }] }),
    ).toBe(0.997);
  });
});

describe('the words', () => {
  it('are alike whatever their blanks and punctuation, and different where figures are', () => {
    expect(textLikeness('完成场地平整，正在组织招标。', '完成场地平整 正在组织招标')).toBe(1);
    expect(textLikeness('', '')).toBe(0);
    expect(
      textLikeness('完成场地平整120亩，正在组织招标。', '完成场地平整180亩，正在组织招标。'),
    ).toBeLessThan(0.9);
    expect(textLikeness('已开展入户走访', '项目主体封顶')).toBe(0);
  });

  it('that repeat last period’s speak, unless it was said that nothing changed', () => {
    const words = '正在开展前期工作，按计划推进各项任务落实';
    const of = (last: object): TruthCase =>
      honest({ reports: [report(1, { words }), report(2, { words, ...last })] });
    expect(scoreOf('repeatedText', of({}))).toBe(1);
    expect(scoreOf('repeatedText', of({ words: `${words}。` }))).toBe(1);
    expect(scoreOf('repeatedText', of({ words: '已完成全部12个点位的现场验收并移交' }))).toBe(0);
    expect(scoreOf('repeatedText', of({ noChange: true }))).toBeNull();
    expect(
      scoreOf(
        'repeatedText',
        honest({ reports: [report(1, { words: '推进中' }), report(2, { words: '推进中' })] }),
      ),
    ).toBeNull();
  });

  it('are never less alike to themselves than to anything else', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2 }), fc.string(), (a, b) => {
        const likeness = textLikeness(a, b);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(textLikeness(b, a)).toBe(likeness);
      }),
    );
  });
});

describe('how it was reported', () => {
  it('speaks where a leap is filed just before the time is over, or after it', () => {
    const of = (hoursBefore: number, progress: number): TruthCase => {
      const last = report(2);
      const filedAt = new Date(Date.parse(last.dueAt) - hoursBefore * 3_600_000).toISOString();
      return honest({ reports: [report(1), { ...last, progress, filedAt }] });
    };
    expect(scoreOf('jumpBeforeDue', of(1, 30))).toBe(0.5);
    expect(scoreOf('jumpBeforeDue', of(-20, 40))).toBe(1);
    expect(scoreOf('jumpBeforeDue', of(1, 20))).toBe(0);
    expect(scoreOf('jumpBeforeDue', of(5, 60))).toBe(0);
    const told = honest({ reports: [report(1), report(2, { period: '2024-04 下旬', progress: 20 })] });
    expect(SIGNALS.jumpBeforeDue(told, rules)?.says).toMatch(/^2024年4月下旬在截止前48小时填报/u);
  });

  it('speaks where what was expected is what is reported, again and again', () => {
    const exact = (n: number): ReturnType<typeof report> => report(n, { expected: 10 * n + 0.4 });
    expect(scoreOf('exactlyExpected', honest({ reports: [exact(1)] }))).toBe(0);
    expect(scoreOf('exactlyExpected', honest({ reports: [exact(1), exact(2)] }))).toBe(0.5);
    expect(scoreOf('exactlyExpected', honest({ reports: [exact(1), exact(2), exact(3)] }))).toBe(1);
    expect(scoreOf('exactlyExpected', honest({ reports: [exact(1), exact(2), report(3)] }))).toBe(0);
    expect(
      scoreOf('exactlyExpected', honest({ reports: [report(1, { progress: 100, expected: 100 })] })),
    ).toBe(0);
  });

  it('speaks where the progress rises over readings that stand still', () => {
    const read = (n: number, value: number): ReturnType<typeof report> =>
      report(n, { progress: 20 * n, readings: [{ position: 0, value }] });
    const of = (...values: number[]): TruthCase =>
      honest({ reports: values.map((value, i) => read(i + 1, value)), indicators: [places] });
    expect(SIGNALS.indicatorStill(of(120, 120, 120), rules)).toMatchObject({
      score: 1,
      says: '指标“新增学位”连续3次读数均为120个，同期自报进度由20%升至60%。',
    });
    expect(scoreOf('indicatorStill', of(100, 120, 120))).toBe(0.333);
    expect(scoreOf('indicatorStill', of(120, 140))).toBeNull();
    expect(scoreOf('indicatorStill', of(400, 400, 400))).toBeNull();
  });

  it('counts “no change” running', () => {
    const still = (n: number): ReturnType<typeof report> => report(n, { noChange: true });
    expect(scoreOf('noChangeRun', honest({ reports: [still(1), report(2)] }))).toBe(0);
    expect(scoreOf('noChangeRun', honest({ reports: [report(1), still(2)] }))).toBe(0);
    expect(scoreOf('noChangeRun', honest({ reports: [report(1), still(2), still(3)] }))).toBe(0.5);
  });

  it('speaks where the closure is asked for soon after a lag', () => {
    const of = (lag: number, days: number): TruthCase => {
      const last = report(2, { progress: 50, expected: 50 + lag });
      const requestedAt = new Date(Date.parse(last.filedAt) + days * 86_400_000).toISOString();
      return honest({
        reports: [report(1, { expected: 0 }), last],
        closure: { requestedAt, evidence: { kind: 'event', id: 't', seq: 4 } },
      });
    };
    expect(scoreOf('closureAfterLag', of(30, 3))).toBe(0.9);
    expect(scoreOf('closureAfterLag', of(30, 15))).toBe(0.5);
    expect(scoreOf('closureAfterLag', of(0, 3))).toBe(0);
  });
});

describe('what signals say', () => {
  it('is said in English too, with what people named as it is', () => {
    expect(said.size).toBeGreaterThan(20);
    const named = /新增学位|排放总量|封顶|区住建局|区财政局|第\d期|万?个|吨|起/gu;
    const left = [...said].map((each) => sentenceFor(each).replace(named, ''));
    expect(left.filter((each) => /[\p{Script=Han}，。]/u.test(each))).toEqual([]);
  });
});
