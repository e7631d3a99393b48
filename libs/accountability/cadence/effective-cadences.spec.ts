import fc from 'fast-check';
import { shippedRules } from '#testing';
import {
  effectiveCadences,
  RHYTHMS,
  SAID,
  STATED_CADENCE_KINDS,
  type CadenceReplacement,
  type CadenceSources,
  type StatedCadence,
} from '../index.js';

const rules = shippedRules().policy.cadences;
const NOTHING: CadenceSources = { plan: [], action: [], task: [], replacements: [] };
const effective = (sources: Partial<CadenceSources>) => effectiveCadences({ ...NOTHING, ...sources }, rules);

const tenDays: StatedCadence = { kind: 'dispatch', every: 'ten-day', by: '各工作专班' };
const byQuarter: StatedCadence = { kind: 'dispatch', every: 'quarter' };
const instead = (own: StatedCadence, inherited: StatedCadence): CadenceReplacement => ({
  own: { kind: own.kind, every: own.every },
  inherited: { kind: inherited.kind, every: inherited.every, origin: 'plan' },
  reason: '季度性工作，按季调度即可',
  personId: 'p1',
});

describe('the cadences of a task', () => {
  it('are the plan’s, the action’s and its own, added up', () => {
    const { cadences, reportsEvery } = effective({
      plan: [tenDays],
      action: [{ kind: 'check', every: 'month' }],
      task: [byQuarter, { kind: 'drill', every: 'half-year' }],
    });
    expect(cadences.map(({ origin, kind, every, duty }) => [origin, kind, every, duty])).toEqual([
      ['plan', 'dispatch', 'ten-day', 'leadUnit'],
      ['action', 'check', 'month', 'leadUnit'],
      ['task', 'dispatch', 'quarter', 'leadUnit'],
      ['task', 'drill', 'half-year', 'leadUnit'],
    ]);
    expect(reportsEvery).toEqual(['ten-day', 'month', 'quarter', 'half-year']);
  });

  it('leave what offices write to the offices: the lead unit owes no bulletin, review or assessment', () => {
    const { cadences, reportsEvery } = effective({
      plan: [tenDays],
      task: [
        { kind: 'assessment', every: 'quarter' },
        { kind: 'review', every: 'half-year' },
        { kind: 'bulletin', every: 'month' },
      ],
    });
    expect(reportsEvery).toEqual(['ten-day']);
    expect(cadences.filter(({ duty }) => duty === 'office').map(({ every }) => every)).toEqual([
      'month',
      'quarter',
      'half-year',
    ]);
  });

  it.each(['区指挥部办公室', '召集人', '区绩效办', '区政府督查室'])(
    'leave to %s what the plan gives to that office by name',
    (by) => {
      expect(effective({ plan: [tenDays, { kind: 'dispatch', every: 'month', by }] }).reportsEvery).toEqual([
        'ten-day',
      ]);
    },
  );

  it('ask for one report where two sources have the same rhythm', () => {
    const { cadences, reportsEvery } = effective({
      plan: [tenDays],
      task: [{ kind: 'report', every: 'ten-day' }, byQuarter, { kind: 'check', every: 'quarter' }],
    });
    expect(cadences).toHaveLength(4);
    expect(reportsEvery).toEqual(['ten-day', 'quarter']);
  });

  it('are reported on in the policy’s own rhythm where no text says any', () => {
    expect(effective({})).toEqual({
      cadences: [],
      replaced: [],
      idle: [],
      reportsEvery: ['ten-day'],
      isDefault: true,
    });
    expect(effective({ plan: [{ kind: 'bulletin', every: 'month' }] })).toMatchObject({
      reportsEvery: ['ten-day'],
      isDefault: true,
    });
  });

  it('ask for nothing so often that there are no periods for it, and show that', () => {
    const { cadences, reportsEvery } = effective({
      plan: [tenDays],
      task: [
        { kind: 'check', every: 'day' },
        { kind: 'report', every: 'half-month' },
      ],
    });
    expect(cadences.filter(({ duty }) => duty === 'nobody')).toHaveLength(2);
    expect(reportsEvery).toEqual(['ten-day']);
  });

  it('keep the first place that says a thing twice', () => {
    const late = { ...byQuarter, raw: '每季度调度', span: { start: 900, end: 905 } };
    const early = { ...byQuarter, raw: '一季一调度', span: { start: 80, end: 85 } };
    expect(effective({ task: [late, early] }).cadences).toEqual([
      { ...early, origin: 'task', duty: 'leadUnit' },
    ]);
  });
});

describe('a replacement that a person has made', () => {
  it('takes the inherited cadence away, and says who did so and why', () => {
    const replacement = instead(byQuarter, tenDays);
    const { cadences, replaced, reportsEvery, idle } = effective({
      plan: [tenDays],
      task: [byQuarter],
      replacements: [replacement],
    });
    expect(cadences.map(({ every }) => every)).toEqual(['quarter']);
    expect(replaced).toEqual([{ cadence: { ...tenDays, origin: 'plan', duty: 'leadUnit' }, replacement }]);
    expect([reportsEvery, idle]).toEqual([['quarter'], []]);
  });

  it.each<[why: string, task: StatedCadence[], replacement: CadenceReplacement]>([
    ['the task does not say it', [], instead(byQuarter, tenDays)],
    ['nothing like that is inherited', [byQuarter], instead(byQuarter, { ...tenDays, every: 'month' })],
    [
      'nobody would report any more',
      [{ kind: 'review', every: 'quarter' }],
      instead({ kind: 'review', every: 'quarter' }, tenDays),
    ],
    [
      'it is an office’s, and not about this task alone',
      [byQuarter],
      instead(byQuarter, { kind: 'bulletin', every: 'month' }),
    ],
  ])('is idle where %s', (_, task, replacement) => {
    const plan = [tenDays, { kind: 'bulletin', every: 'month' }] as const;
    const { idle, replaced, reportsEvery } = effective({ plan, task, replacements: [replacement] });
    expect([idle, replaced]).toEqual([[replacement], []]);
    expect(reportsEvery[0]).toBe('ten-day');
  });

  it('of the plan’s leaves the same cadence of the action alone', () => {
    const { reportsEvery } = effective({
      plan: [tenDays],
      action: [{ kind: 'dispatch', every: 'ten-day' }],
      task: [byQuarter],
      replacements: [instead(byQuarter, tenDays)],
    });
    expect(reportsEvery).toEqual(['ten-day', 'quarter']);
  });
});

const kind = fc.constantFrom(...STATED_CADENCE_KINDS);
const stated: fc.Arbitrary<StatedCadence> = fc
  .record({
    kind,
    every: fc.constantFrom(...SAID),
    by: fc.constantFrom('', '各工作专班', '召集人'),
    start: fc.nat(50),
  })
  .map(({ start, by, ...said }) => ({
    ...said,
    ...(by !== '' && { by }),
    span: { start, end: start + 4 },
  }));
const several = fc.array(stated, { maxLength: 5 });
const sources: fc.Arbitrary<CadenceSources> = fc
  .record({ plan: several, action: several, task: several })
  .chain((said) => {
    const inherited = [
      ...said.plan.map((one) => ({ ...one, origin: 'plan' as const })),
      ...said.action.map((one) => ({ ...one, origin: 'action' as const })),
    ];
    const pairs = said.task.flatMap((own) =>
      inherited.map(({ kind, every, origin }) => ({
        own: { kind: own.kind, every: own.every },
        inherited: { kind, every, origin },
        reason: '经研究',
      })),
    );
    return fc.subarray(pairs).map((replacements) => ({ ...said, replacements }));
  });

describe('effective cadences', () => {
  it('do not depend on the order in which anything is named', () => {
    fc.assert(
      fc.property(
        sources.chain((all) =>
          fc.record({
            all: fc.constant(all),
            shuffled: fc.record({
              plan: shuffle(all.plan),
              action: shuffle(all.action),
              task: shuffle(all.task),
              replacements: shuffle(all.replacements),
            }),
          }),
        ),
        ({ all, shuffled }) => {
          expect(effectiveCadences(shuffled, rules)).toEqual(effectiveCadences(all, rules));
        },
      ),
    );
  });

  it('are the same when worked out once more from what they are', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const once = effectiveCadences(all, rules);
        const of = (origin: string): StatedCadence[] =>
          once.cadences
            .filter((cadence) => cadence.origin === origin)
            .map(({ origin: _, duty: __, ...said }) => said);
        const again = effectiveCadences(
          { plan: of('plan'), action: of('action'), task: of('task'), replacements: [] },
          rules,
        );
        expect(again.cadences).toEqual(once.cadences);
        expect(again.reportsEvery).toEqual(once.reportsEvery);
      }),
    );
  });

  it('hold every inherited one, unless a person replaced it, and every one of the task’s own', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const { cadences, replaced, reportsEvery } = effectiveCadences(all, rules);
        for (const origin of ['plan', 'action', 'task'] as const)
          for (const { kind, every } of all[origin]) {
            const isThere = (one: { kind: string; every: string; origin: string }): boolean =>
              one.kind === kind && one.every === every && one.origin === origin;
            const gone = replaced.some(({ cadence }) => isThere(cadence));
            expect(cadences.some(isThere) || gone).toBe(true);
            if (origin === 'task') expect(gone).toBe(false);
            if (gone)
              expect(
                all.replacements.some(
                  ({ inherited }) =>
                    inherited.origin === origin && inherited.kind === kind && inherited.every === every,
                ),
              ).toBe(true);
          }
        expect(reportsEvery.length).toBeGreaterThan(0);
        expect(reportsEvery).toEqual(RHYTHMS.filter((every) => reportsEvery.includes(every)));
      }),
    );
  });
});

const shuffle = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });
