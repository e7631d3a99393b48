import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import {
  BONUS_LINE,
  changedScheme,
  linesOf,
  parseScheme,
  placesAmong,
  roomOf,
  scoreOf,
  totalOfLines,
  withAdjustments,
  type Case,
  type Incident,
  type Scheme,
  type UnitFacts,
} from '../index.js';

let scheme: Scheme;
beforeAll(async () => {
  const text = await readFile(new URL('../../../seeds/scoring/default.yaml', import.meta.url), 'utf8');
  const parsed = parseScheme(text);
  if (!parsed.ok) throw new Error('the shipped scheme cannot be read');
  scheme = parsed.value;
});

const AT = '2024-05-10T09:30:00.000Z';
const events = [{ kind: 'task', id: 't', seq: 1 }];
const aCase = fc
  .record({
    fact: fc.constantFrom<Case['fact'][]>(
      'indicatorsReached',
      'tasksClosedOnTime',
      'signedOnTime',
      'reportedOnTime',
    ),
    met: fc.boolean(),
    task: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ fact, met, task }): Case => ({ fact, met, at: AT, taskId: `task-${task}`, events }));
const anIncident = fc
  .record({
    fact: fc.constantFrom<Incident['fact'][]>('returns', 'untrueFindings', 'cards'),
    level: fc.constantFrom('blue', 'yellow', 'red', 'interview'),
  })
  .map(({ fact, level }): Incident => ({
    ...{ fact, at: AT, taskId: null, level: fact === 'cards' ? level : null, events, undone: null },
  }));
const someFacts = fc
  .record({
    cases: fc.array(aCase, { maxLength: 30 }),
    incidents: fc.array(anIncident, { maxLength: 60 }),
    bonus: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 3 }),
    evidenced: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }),
  })
  .map(({ cases, incidents, bonus, evidenced }): UnitFacts => ({
    unitId: 'unit',
    cases,
    incidents,
    decisions: bonus.map((hundredths, n) => ({
      ...{ id: `d${n}`, unitId: 'unit', item: null, points: hundredths / 100, reason: '推广', at: AT },
    })),
    evidencedTasks: new Set(evidenced.map((n) => `task-${n}`)),
  }));

describe('the lines of a score', () => {
  it('come to its total, whatever made it', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const score = scoreOf(facts, scheme);
        expect(totalOfLines(linesOf(score))).toBe(score.total);
      }),
    );
  });

  it('do so with adjustments, each up to the room that its line has, and never fall by them', () => {
    fc.assert(
      fc.property(
        someFacts,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (facts, shares) => {
          const score = scoreOf(facts, scheme);
          const adjustments = linesOf(score).flatMap((line, at) => {
            const points = Math.floor(roomOf(line, []) * (shares[at] ?? 0) * 100) / 100;
            return points > 0 ? [{ line: line.id, points }] : [];
          });
          const moved = withAdjustments(score, adjustments);
          expect(moved.total).toBe(totalOfLines(linesOf(score), adjustments));
          expect(moved.total).toBe(totalOfLines(linesOf(moved)));
          expect(moved.total).toBeGreaterThanOrEqual(score.total);
          expect(moved.total).toBeLessThanOrEqual(105);
          for (const line of linesOf(moved)) {
            expect(line.points).toBeLessThanOrEqual(line.marks ?? 0);
            expect(roomOf(line, [])).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it('have no room where they are full, or nothing is deducted', () => {
    const [full] = linesOf(
      scoreOf({ unitId: 'u', cases: [], incidents: [], decisions: [], evidencedTasks: new Set() }, scheme),
    );
    expect(full && roomOf({ ...full, points: full.marks ?? 0 }, [])).toBe(0);
    const deduction = {
      ...{ id: 'blue', kind: 'deduction' as const, section: null, label: '', marks: null },
    };
    const line = { ...deduction, points: -1.5, share: null, nothing: null, grounds: 3 };
    expect(roomOf(line, [{ line: 'blue', points: 0.5 }])).toBe(1);
    expect(roomOf({ ...line, points: 0 }, [])).toBe(0);
    expect(
      linesOf(
        scoreOf({ unitId: 'u', cases: [], incidents: [], decisions: [], evidencedTasks: new Set() }, scheme),
      ).at(-1)?.id,
    ).toBe(BONUS_LINE);
  });
});

describe('places', () => {
  it('are one more than how many have more points; equal points share one', () => {
    expect(placesAmong([90, 95, 95, 80, 90])).toEqual([3, 1, 1, 5, 3]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_500 })), (hundredths) => {
        const totals = hundredths.map((one) => one / 100);
        const places = placesAmong(totals);
        totals.forEach((total, at) =>
          expect(places[at]).toBe(1 + totals.filter((other) => other > total).length),
        );
      }),
    );
  });
});

describe('a scheme that asks for evidence', () => {
  it('counts what was met as met only where the unit has handed some in for the task', () => {
    const asking: Scheme = {
      ...scheme,
      sections: scheme.sections.map((section) => ({
        ...section,
        items: section.items.map((item) =>
          item.id === 'tasksOnTime' ? { ...item, evidence: 'required' as const } : item,
        ),
      })),
    };
    const met = (n: number): Case => ({
      fact: 'tasksClosedOnTime',
      met: true,
      at: AT,
      taskId: `task-${n}`,
      events,
    });
    const facts = {
      unitId: 'u',
      cases: [met(1), met(2)],
      incidents: [],
      decisions: [],
      evidencedTasks: new Set(['task-1']),
    };
    const item = scoreOf(facts, asking).sections[0]?.items.find(({ id }) => id === 'tasksOnTime');
    expect(item).toMatchObject({ share: { met: 1, of: 2 }, points: 30, marks: 60 });
    expect(item?.cases.map(({ lacksEvidence }) => lacksEvidence)).toEqual([undefined, true]);
    expect(scoreOf(facts, scheme).total).toBe(100);
  });

  it('is refused where evidence makes no sense', async () => {
    const text = await readFile(new URL('../../../seeds/scoring/default.yaml', import.meta.url), 'utf8');
    const parsed = parseScheme(
      text.replace(
        'formula: { kind: perItem, of: returns',
        'evidence: required\n        formula: { kind: perItem, of: returns',
      ),
    );
    expect(parsed.ok ? '' : parsed.problems[0]?.message).toContain('“填报质量”不能要求佐证');
  });
});

describe('a scheme with other figures', () => {
  it('weighs, caps and costs as it was told, and its sections follow', () => {
    const changed = changedScheme(scheme, [
      { of: 'reporting.marks', value: 20 },
      { of: 'yellow.each', value: 4 },
      { of: 'bonus.atMost', value: 3 },
      { of: 'weight.A1-01', value: 5 },
    ]);
    if (!changed.ok) throw new Error(changed.problems.join());
    expect(changed.value.sections.map(({ marks }) => marks)).toEqual([60, 30, 15]);
    expect(changed.value.deductions.find(({ id }) => id === 'yellow')?.each).toBe(4);
    expect(changed.value.bonus?.atMost).toBe(3);
    expect(changed.value.weights).toEqual({ 'A1-01': 5 });
    // The one that it was made from is as it was.
    expect(scheme.sections.map(({ marks }) => marks)).toEqual([60, 25, 15]);
    expect(scheme.weights).toEqual({});
  });

  it('says what is wrong with a change, and what can be changed', () => {
    const problems = (of: string, value: number): string => {
      const changed = changedScheme(scheme, [{ of, value }]);
      return changed.ok ? '' : changed.problems.join('\n');
    };
    expect(problems('photos.each', 1)).toContain('办法里没有这一项。可改的有：indicators（指标达标）');
    expect(problems('results.marks', 50)).toContain('本部分随之合计');
    expect(problems('weight.', 2)).toContain('请写明任务编号');
    expect(problems('weight.A1-01', 0)).toContain('weights.A1-01');
    expect(problems('yellow.each', -1)).toContain('deductions.1.each');
  });
});
