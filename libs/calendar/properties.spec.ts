import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  addDays,
  addMinutes,
  addWorkingMs,
  CalendarError,
  createCalendar,
  instantFrom,
  instantOf,
  parseCalendar,
  project,
  reportingPeriods,
  workingMsBetween,
  type Budget,
  type CadenceEvery,
  type Instant,
  type Suspension,
} from './index.js';

const parsed = parseCalendar(readFileSync('seeds/calendars/cn-state-council.yaml', 'utf8'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
const cal = createCalendar(parsed.data);
const HOUR = 3_600_000;

/** The weeks in which counting goes wrong: make-up days, long holidays, the year's ends. */
const DELICATE = [
  '2024-02-18',
  '2024-05-11',
  '2024-10-12',
  '2024-12-31',
  '2025-01-26',
  '2025-10-11',
  '2025-12-31',
  '2026-02-14',
];
const instant: fc.Arbitrary<Instant> = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 2, 1), max: Date.UTC(2026, 9, 1) }).map(instantFrom),
  fc
    .tuple(fc.constantFrom(...DELICATE), fc.integer({ min: -6 * 1440, max: 6 * 1440 }))
    .map(([date, minutes]) => addMinutes(instantOf(date, '08:30'), minutes)),
);
const worked = fc.integer({ min: 1, max: 200 * HOUR });

describe('working time', () => {
  it('added and taken away again gives the moment at which one began to work', () => {
    fc.assert(
      fc.property(instant, worked, (from, ms) => {
        const there = addWorkingMs(cal, from, ms);
        const back = addWorkingMs(cal, there, -ms);
        // From outside working hours one comes back to the opening at which counting began.
        expect(workingMsBetween(cal, from, back)).toBe(0);
        expect(addWorkingMs(cal, back, ms)).toBe(there);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it('adds up, whether at once or in two parts', () => {
    fc.assert(
      fc.property(instant, worked, worked, (from, first, second) => {
        expect(addWorkingMs(cal, addWorkingMs(cal, from, first), second)).toBe(
          addWorkingMs(cal, from, first + second),
        );
      }),
      { numRuns: 2_000, seed: 2 },
    );
  });

  it('never overtakes: who begins later, or works longer, is not done sooner', () => {
    fc.assert(
      fc.property(instant, fc.nat(20 * 1440), worked, worked, (from, wait, ms, more) => {
        expect(addWorkingMs(cal, addMinutes(from, wait), ms) >= addWorkingMs(cal, from, ms)).toBe(true);
        expect(addWorkingMs(cal, from, ms + more) > addWorkingMs(cal, from, ms)).toBe(true);
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });

  it('is an error and never a guess where it would leave the years that are held', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2027, 10, 1), max: Date.UTC(2027, 11, 31) }).map(instantFrom),
        fc.integer({ min: 1, max: 600 * HOUR }),
        (from, ms) => {
          const left = workingMsBetween(cal, from, instantOf('2027-12-31', '17:30'));
          let at: Instant | null = null;
          try {
            at = addWorkingMs(cal, from, ms);
          } catch (error) {
            expect(error instanceof CalendarError && error.code).toBe('UnknownYear');
          }
          expect(at === null).toBe(ms > left);
        },
      ),
      { numRuns: 1_000, seed: 4 },
    );
  });
});

describe('periods', () => {
  const YEARS = ['2024', '2025', '2026', '2027'];
  const EVERY: CadenceEvery[] = ['week', 'ten-day', 'month', 'quarter', 'half-year', 'year'];
  const rules = EVERY.flatMap((cadence) => Array.from({ length: 11 }, (_, least) => ({ cadence, least })));

  it.each(rules)('of a $cadence, at least $least working days long, tile each year', ({ cadence, least }) => {
    for (const year of YEARS) {
      // The first week of a year may begin in the one before, and the merging of its last days may need the next one.
      const [from, to] = [year === '2024' ? '2024-01-15' : `${year}-01-01`, `${year}-12-01`];
      const periods = reportingPeriods(cal, cadence, from, year === '2027' ? '2027-10-01' : to, {
        minimumWorkingDays: cadence === 'week' ? Math.min(least, 4) : least,
      });
      const days = periods.flatMap(({ start, end }) => {
        const of: string[] = [];
        for (let date = start; date <= end; date = addDays(date, 1)) of.push(date);
        return of;
      });
      expect(days.length).toBeGreaterThan(250);
      days.forEach((date, index) => {
        if (index > 0 && date !== addDays(days[index - 1] ?? '', 1)) throw new Error(`a gap before ${date}`);
      });
      expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
    }
  });
});

describe('a deadline that is computed again', () => {
  const budget: fc.Arbitrary<Budget> = fc.oneof(
    fc.record({
      kind: fc.constant('workingDays' as const),
      from: instant,
      days: fc.integer({ min: 0, max: 25 }),
    }),
    fc.record({
      kind: fc.constant('workingHours' as const),
      from: instant,
      hours: fc.integer({ min: 1, max: 90 }),
    }),
  );
  /** Suspensions that lie around the life of the deadline, in some order. */
  const life = budget.chain((counted) =>
    fc.record({
      counted: fc.constant(counted),
      stops: fc.array(
        fc
          .tuple(fc.integer({ min: -2 * 1440, max: 30 * 1440 }), fc.integer({ min: 0, max: 9 * 1440 }))
          .map(([after, minutes]): Suspension => {
            const from = addMinutes(
              'from' in counted && counted.from ? counted.from : instantOf('2024-05-06', '09:00'),
              after,
            );
            return { from, to: addMinutes(from, minutes), reason: '暂缓' };
          }),
        { maxLength: 5 },
      ),
      keys: fc.array(fc.double({ noNaN: true }), { minLength: 5, maxLength: 5 }),
    }),
  );

  it('comes out the same, whatever it was before and in whatever order its suspensions are listed', () => {
    fc.assert(
      fc.property(life, ({ counted, stops, keys }) => {
        const projected = project(counted, stops, cal);
        const shuffled = stops
          .map((stop, index) => ({ stop, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ stop }) => stop);
        expect(project(counted, shuffled, cal).at).toBe(projected.at);
        expect(project(counted, stops, cal)).toEqual(projected);
        expect(project(counted, [...stops, ...shuffled], cal).at).toBe(projected.at);
      }),
      { numRuns: 2_000, seed: 5 },
    );
  });

  it('adds its suspensions up: one that is cut in pieces weighs as much as the whole', () => {
    let moved = 0;
    fc.assert(
      fc.property(life, fc.integer({ min: 0, max: 9 * 1440 }), ({ counted, stops }, at) => {
        const [stop] = stops;
        if (!stop?.to) return;
        const whole = project(counted, [stop], cal).at ?? '';
        const cut = addMinutes(stop.from, at);
        if (cut >= stop.to) return;
        const parts =
          project(
            counted,
            [
              { ...stop, from: cut },
              { ...stop, to: cut },
            ],
            cal,
          ).at ?? '';
        expect(workingMsBetween(cal, parts, whole)).toBe(0);
        if (whole > (project(counted, [], cal).at ?? '')) moved += 1;
      }),
      { numRuns: 2_000, seed: 6 },
    );
    expect(moved).toBeGreaterThan(100);
  });
});
