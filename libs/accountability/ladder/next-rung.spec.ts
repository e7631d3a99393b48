import fc from 'fast-check';
import { civilDateOf, project, type Instant } from '#calendar';
import { inCivilTime, moment, shippedRules } from '#testing';
import type { Ladder, Rung } from '../policy/policy.schema.js';
import type { Card as EarnedCard, Climb } from './climb.js';

/** A card as far as it is counted. */
type Card = Pick<EarnedCard, 'colour' | 'on'>;
import { nextRung, offsetFrom } from './next-rung.js';

const { policy, calendar } = shippedRules();

/*
 * The oracle counts days one by one on a list of its own: the State Council's arrangement of 2024 (国办发明电〔2023〕7号),
 * typed in here, so that it shares neither code nor data with what it judges.
 */
const OFF = new Set(
  `2024-01-01 2024-02-12 2024-02-13 2024-02-14 2024-02-15 2024-02-16 2024-04-04 2024-04-05 2024-05-01 2024-05-02
   2024-05-03 2024-06-10 2024-09-16 2024-09-17 2024-10-01 2024-10-02 2024-10-03 2024-10-04 2024-10-07`.split(
    /\s+/u,
  ),
);
const WORKED = new Set(
  '2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12'.split(' '),
);
const DAY_MS = 86_400_000;
const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
const isWorked = (date: string): boolean => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return WORKED.has(date) || (weekday !== 0 && weekday !== 6 && !OFF.has(date));
};

/** So many working days later, at the same time of day or at `at`; 0 on a day off is the next working day. */
function later(from: string, workingDays: number, at?: string): string {
  let date = from.slice(0, 10);
  if (workingDays === 0) while (!isWorked(date)) date = dayAfter(date);
  for (let left = workingDays; left > 0;) {
    date = dayAfter(date);
    if (isWorked(date)) left -= 1;
  }
  return `${date} ${at ?? from.slice(11)}`;
}

interface Case {
  due: string;
  /** Minutes by which the rung before took effect after its due time. */
  delay: number;
  offsets: { workingDays: number; at: string | undefined }[];
  reached: number;
  early: { colour: 'blue' | 'red'; count: number; within: 'quarter' | 'year' } | undefined;
  cards: { colour: 'blue' | 'yellow' | 'red'; on: string }[];
}

const pad = (n: number): string => String(n).padStart(2, '0');
const date = fc
  .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `2024-${pad(month)}-${pad(day)}`);
const time = fc
  .tuple(fc.integer({ min: 8, max: 18 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`);

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    due: fc.tuple(date, time).map((parts) => parts.join(' ')),
    delay: fc.integer({ min: 0, max: 12 * 24 * 60 }),
    offsets: fc.array(
      fc.record({
        workingDays: fc.integer({ min: 0, max: 4 }),
        at: fc.option(time, { nil: undefined, freq: 4 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    reached: fc.nat(5),
    early: fc.option(
      fc.record({
        colour: fc.constantFrom('blue' as const, 'red' as const),
        count: fc.integer({ min: 2, max: 3 }),
        within: fc.constantFrom('quarter' as const, 'year' as const),
      }),
      { nil: undefined },
    ),
    cards: fc.array(
      fc.record({
        colour: fc.constantFrom('blue' as const, 'yellow' as const, 'red' as const),
        on: fc.tuple(fc.constantFrom('2023', '2024'), date).map(([year, on]) => `${year}${on.slice(4)}`),
      }),
      { minLength: 4, maxLength: 16 },
    ),
  })
  // Offsets grow up the ladder, as the policy's own check demands.
  .map((drawn) => {
    let days = 0;
    const offsets = drawn.offsets.map(({ workingDays, at }) => ({ workingDays: (days += workingDays), at }));
    return { ...drawn, offsets, reached: Math.min(drawn.reached, offsets.length) };
  });

function ladderOf({ offsets, early }: Case): Ladder {
  const rungs = offsets.map((offset, i): Rung => ({
    name: `r${i}`,
    label: `r${i}`,
    colour: null,
    offset: offset.at === undefined ? { workingDays: offset.workingDays } : { ...offset, at: offset.at },
    audience: ['liaison'],
    message: 'chase',
    notice: null,
    issue: { by: 'system' },
    ...(early && { early }),
  }));
  return { basis: 'random', reminders: [], rungs };
}

const climbFrom = (due: Instant, reached: number, effectiveAt: Instant | null): Climb => ({
  generation: 1,
  causeDueAt: due,
  owed: [],
  reached,
  effectiveAt,
  awaitingIssue: null,
});

/** What the rules of the house say, written down a second time: in civil time, with loops. */
function oracle(drawn: Case, effective: string | null): { at: string; early: boolean } | null {
  const { due, offsets, reached, early, cards } = drawn;
  const offset = offsets[reached];
  if (!offset) return null;
  const fromDue = later(due, offset.workingDays, offset.at);
  if (effective === null) return { at: fromDue, early: false };
  const today = effective.slice(0, 10);
  const stretch = (on: string): string =>
    early?.within === 'year'
      ? on.slice(0, 4)
      : `${on.slice(0, 4)}/${Math.floor((Number(on.slice(5, 7)) - 1) / 3)}`;
  const counted = cards.filter(
    ({ colour, on }) => colour === early?.colour && stretch(on) === stretch(today),
  );
  if (early && counted.length >= early.count) return { at: later(effective, 0), early: true };
  const gap = offset.workingDays - (offsets[reached - 1]?.workingDays ?? 0);
  const fromBefore = later(effective, gap);
  return { at: fromDue > fromBefore ? fromDue : fromBefore, early: false };
}

describe('the next rung of a ladder', () => {
  it('comes when the rules say, for any ladder, delay and cards', () => {
    const seen = { top: 0, early: 0, pushed: 0, offset: 0 };
    fc.assert(
      fc.property(anyCase, (drawn) => {
        const due = moment(drawn.due);
        const before = drawn.offsets[drawn.reached - 1];
        const effective =
          before === undefined
            ? null
            : inCivilTime(
                new Date(
                  Date.parse(moment(later(drawn.due, before.workingDays, before.at))) + drawn.delay * 60_000,
                ).toISOString(),
              );
        const now = effective === null ? due : moment(effective);
        const climb = climbFrom(due, drawn.reached, effective === null ? null : now);
        const cards = drawn.cards.map((card): Card => ({ ...card }));
        const next = nextRung(ladderOf(drawn), climb, cards, now, civilDateOf(now));
        const expected = oracle(drawn, effective);
        expect(
          next && {
            at: inCivilTime(project(next.budget, [], calendar).at ?? ''),
            early: next.because === 'early',
            rung: next.rung.name,
          },
        ).toEqual(expected && { ...expected, rung: `r${drawn.reached}` });
        if (expected === null) seen.top += 1;
        else if (expected.early) seen.early += 1;
        else if (
          effective !== null &&
          expected.at > later(drawn.due, drawn.offsets[drawn.reached]?.workingDays ?? 0)
        )
          seen.pushed += 1;
        else seen.offset += 1;
      }),
      { numRuns: 4000, seed: 42 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(150);
  });

  it('is the first one at its offset from the missed due time, whatever cards there are', () => {
    const cards: Card[] = ['2024-04-01', '2024-04-11'].map((on) => ({ colour: 'blue', on }));
    const climb = climbFrom(moment('2024-04-19 17:30'), 0, null);
    expect(
      nextRung(policy.reportingLadder, climb, cards, moment('2024-04-22 09:00'), '2024-04-22'),
    ).toMatchObject({
      rung: { name: 'chase' },
      budget: { kind: 'workingDays', from: moment('2024-04-19 17:30'), days: 0 },
      because: 'offset',
    });
  });

  it('is none at the top', () => {
    const climb = climbFrom(moment('2024-04-19 17:30'), 5, moment('2024-05-08 17:30'));
    expect(nextRung(policy.reportingLadder, climb, [], moment('2024-05-08 17:30'), '2024-05-08')).toBeNull();
  });

  it('counts from its due time while the rung before it has not taken effect', () => {
    const climb = climbFrom(moment('2024-04-19 17:30'), 2, null);
    const next = nextRung(policy.reportingLadder, climb, [], moment('2024-04-23 09:00'), '2024-04-23');
    expect(next?.budget).toEqual({ kind: 'workingDays', from: moment('2024-04-19 17:30'), days: 3 });
  });
});

describe('an offset of the policy', () => {
  it('keeps the time of day of its start unless it sets one', () => {
    const from = moment('2024-04-19 11:15');
    expect(offsetFrom(from, { workingDays: 2 })).toEqual({ kind: 'workingDays', from, days: 2 });
    expect(offsetFrom(from, { workingDays: 2, at: '17:30' })).toEqual({
      kind: 'workingDays',
      from,
      days: 2,
      at: '17:30',
    });
  });
});
