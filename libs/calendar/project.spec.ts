import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  addDays,
  addMinutes,
  addWorkingDays,
  budgetSchema,
  createCalendar,
  parseCalendar,
  project,
} from './index.js';
import { civilDateOf, civilTimeOf, instantFrom, instantOf, type Budget, type Suspension } from './index.js';

const parsed = parseCalendar(readFileSync('seeds/calendars/cn-state-council.yaml', 'utf8'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
const cal = createCalendar(parsed.data);
const on = instantOf;
const atOf = (budget: Budget, suspensions: Suspension[] = []): string | null =>
  project(budget, suspensions, cal).at;
const stopped = (from: string, to: string | null, reason = '暂缓'): Suspension => ({ from, to, reason });

const instant = fc
  .integer({ min: Date.UTC(2024, 2, 1), max: Date.UTC(2026, 11, 1) })
  .map((ms) => instantFrom(ms));
const budget: fc.Arbitrary<Budget> = fc.oneof(
  fc.record({
    kind: fc.constant('workingDays' as const),
    from: instant,
    days: fc.integer({ min: 0, max: 30 }),
  }),
  fc.record({
    kind: fc.constant('workingHours' as const),
    from: instant,
    hours: fc.integer({ min: 0, max: 80 }),
  }),
  instant.map((i) => ({ kind: 'civil' as const, on: civilDateOf(i), at: civilTimeOf(i) })),
);
const suspension = fc
  .tuple(instant, fc.integer({ min: 0, max: 20 * 1440 }))
  .map(([from, minutes]) => stopped(from, addMinutes(from, minutes)));

describe('a budget without suspensions', () => {
  it.each<[string, Budget, string]>([
    ['a civil date', { kind: 'civil', on: '2024-10-05', at: '17:30' }, on('2024-10-05', '17:30')],
    [
      'one working day after a ten-day report was due',
      { kind: 'workingDays', from: on('2024-09-30', '17:30'), days: 1 },
      on('2024-10-08', '17:30'),
    ],
    [
      'one working day before, at nine',
      { kind: 'workingDays', from: on('2024-10-08', '17:30'), days: -1, at: '09:00' },
      on('2024-09-30', '09:00'),
    ],
    [
      'on the day itself at two',
      { kind: 'workingDays', from: on('2024-10-10', '17:30'), days: 0, at: '14:00' },
      on('2024-10-10', '14:00'),
    ],
    [
      'zero days on a day off',
      { kind: 'workingDays', from: on('2024-10-05', '10:00'), days: 0 },
      on('2024-10-08', '10:00'),
    ],
    [
      'one day from a day off',
      { kind: 'workingDays', from: on('2024-10-05', '10:00'), days: 1 },
      on('2024-10-08', '10:00'),
    ],
    [
      'working hours',
      { kind: 'workingHours', from: on('2024-04-12', '16:00'), hours: 4 },
      on('2024-04-15', '11:00'),
    ],
    [
      'the latest of several',
      {
        kind: 'latestOf',
        of: [
          { kind: 'civil', on: '2024-04-20', at: '12:00' },
          { kind: 'workingDays', from: on('2024-04-19', '17:30'), days: 1 },
          { kind: 'civil', on: '2024-04-18', at: '12:00' },
        ],
      },
      on('2024-04-22', '17:30'),
    ],
  ])('%s', (_, counted, expected) => {
    expect(atOf(counted)).toBe(expected);
    expect(budgetSchema.parse(counted)).toEqual(counted);
  });

  it('keeps the seconds of its start', () => {
    expect(atOf({ kind: 'workingDays', from: '2024-04-12T09:30:12.345Z', days: 1 })).toBe(
      '2024-04-15T09:30:12.345Z',
    );
  });

  it('says which calendar it used and that a date of 2027 is provisional', () => {
    const projection = project({ kind: 'workingDays', from: on('2026-12-30', '10:00'), days: 4 }, [], cal);
    expect(projection).toMatchObject({ calendarVersion: 1, provisional: true });
    expect(project({ kind: 'civil', on: '2026-12-31', at: '17:30' }, [], cal).provisional).toBe(false);
  });

  it('is an error in a year the calendar does not hold, unless it is a plain date', () => {
    expect(() => atOf({ kind: 'workingDays', from: on('2027-12-30', '10:00'), days: 5 })).toThrow(
      expect.objectContaining({ code: 'UnknownYear' }) as Error,
    );
    expect(project({ kind: 'civil', on: '2030-12-31', at: '17:30' }, [], cal)).toMatchObject({
      at: on('2030-12-31', '17:30'),
      provisional: true,
    });
  });

  it('refuses what cannot be counted', () => {
    expect(() => atOf({ kind: 'latestOf', of: [] })).toThrow(
      expect.objectContaining({ code: 'InvalidBudget' }) as Error,
    );
    expect(() => atOf({ kind: 'workingDays', from: on('2024-04-12', '09:00'), days: 1.5 })).toThrow(
      expect.objectContaining({ code: 'InvalidBudget' }) as Error,
    );
    expect(() => atOf({ kind: 'workingHours', from: on('2024-04-12', '09:00'), hours: NaN })).toThrow(
      expect.objectContaining({ code: 'InvalidBudget' }) as Error,
    );
  });
});

describe('a budget with suspensions', () => {
  const due: Budget = { kind: 'workingDays', from: on('2024-04-08', '17:30'), days: 5 }; // Monday 15 April, 17:30

  it('moves by the working days of a closed suspension, over weekends', () => {
    expect(atOf(due, [stopped(on('2024-04-10', '17:30'), on('2024-04-12', '17:30'))])).toBe(
      on('2024-04-17', '17:30'),
    );
    expect(atOf(due, [stopped(on('2024-04-12', '17:30'), on('2024-04-15', '08:30'))])).toBe(
      on('2024-04-15', '17:30'),
    );
  });

  it('moves by half days too', () => {
    expect(atOf(due, [stopped(on('2024-04-10', '08:30'), on('2024-04-10', '12:00'))])).toBe(
      on('2024-04-16', '12:00'),
    );
  });

  it('keeps a time of day outside working hours', () => {
    const yearEnd: Budget = { kind: 'civil', on: '2024-12-30', at: '23:59' };
    expect(atOf(yearEnd, [stopped(on('2024-06-03', '08:30'), on('2024-06-04', '17:30'))])).toBe(
      on('2025-01-02', '23:59'),
    );
  });

  it('has no instant while a suspension is open, and says since when', () => {
    const projection = project(due, [stopped(on('2024-04-10', '09:00'), null, '等待自然资源局批复')], cal);
    expect(projection.at).toBeNull();
    expect(projection.segments).toEqual([
      { kind: 'running', from: on('2024-04-08', '17:30'), to: on('2024-04-10', '09:00'), workingDays: 1.07 },
      {
        kind: 'suspended',
        from: on('2024-04-10', '09:00'),
        to: null,
        workingDays: 0,
        reason: '等待自然资源局批复',
      },
    ]);
  });

  it('is not touched by a suspension that begins when it has passed, or ended before it began', () => {
    expect(atOf(due, [stopped(on('2024-04-15', '17:30'), null)])).toBe(on('2024-04-15', '17:30'));
    expect(atOf(due, [stopped(on('2024-04-01', '09:00'), on('2024-04-03', '09:00'))])).toBe(
      on('2024-04-15', '17:30'),
    );
  });

  it('does not count the same time twice when suspensions overlap', () => {
    const whole = stopped(on('2024-04-09', '17:30'), on('2024-04-12', '17:30'));
    const inside = stopped(on('2024-04-10', '09:00'), on('2024-04-11', '09:00'));
    expect(atOf(due, [inside, whole, whole])).toBe(atOf(due, [whole]));
  });

  it('is reached by a suspension that lies in the time an earlier one has given it', () => {
    const first = stopped(on('2024-04-09', '17:30'), on('2024-04-11', '17:30')); // now due on the 17th
    const second = stopped(on('2024-04-16', '17:30'), on('2024-04-18', '17:30'));
    expect(atOf(due, [second, first])).toBe(on('2024-04-19', '17:30'));
    expect(atOf(due, [second])).toBe(on('2024-04-15', '17:30'));
  });

  it('explains the whole life of its clock', () => {
    const segments = project(
      due,
      [stopped(on('2024-04-10', '17:30'), on('2024-04-12', '17:30'))],
      cal,
    ).segments;
    expect(segments.map(({ kind, workingDays }) => [kind, workingDays])).toEqual([
      ['running', 2],
      ['suspended', 2],
      ['running', 3],
    ]);
  });

  it('waits, as the latest of several, for the one that stands still', () => {
    const both: Budget = { kind: 'latestOf', of: [due, { kind: 'civil', on: '2024-04-09', at: '12:00' }] };
    expect(atOf(both, [stopped(on('2024-04-10', '09:00'), null)])).toBeNull();
  });

  it('refuses a suspension that ends before it begins', () => {
    expect(() => atOf(due, [stopped(on('2024-04-10', '09:00'), on('2024-04-09', '09:00'))])).toThrow(
      expect.objectContaining({ code: 'InvalidSuspension' }) as Error,
    );
  });

  it('gives the same answer again, in whatever order the suspensions come', () => {
    fc.assert(
      fc.property(budget, fc.array(suspension, { maxLength: 4 }), (counted, list) => {
        const projection = project(counted, list, cal);
        expect(project(counted, list, cal)).toEqual(projection);
        expect(project(counted, [...list].reverse(), cal).at).toBe(projection.at);
        expect(project(counted, [...list, ...list], cal).at).toBe(projection.at);
      }),
    );
  });

  it('never comes sooner for having been suspended, nor for a longer suspension, nor while suspended', () => {
    fc.assert(
      fc.property(budget, suspension, fc.integer({ min: 0, max: 5000 }), (counted, stop, longer) => {
        const plain = atOf(counted) ?? '';
        const once = atOf(counted, [stop]) ?? '';
        const more = atOf(counted, [{ ...stop, to: addMinutes(stop.to ?? stop.from, longer) }]) ?? '';
        expect(once >= plain).toBe(true);
        expect(more >= once).toBe(true);
        if (stop.from < plain && counted.kind === 'civil') expect(once >= (stop.to ?? '')).toBe(true);
      }),
    );
  });

  it('has segments that follow each other without gap or overlap and end at the deadline', () => {
    fc.assert(
      fc.property(budget, fc.array(suspension, { maxLength: 4 }), (counted, list) => {
        const { at, segments } = project(counted, list, cal);
        segments.forEach(({ from, to }, i) => {
          expect(from < (to ?? '~')).toBe(true);
          if (i > 0) expect(from).toBe(segments[i - 1]?.to);
        });
        if (segments.length > 0 && at !== null) expect((segments.at(-1)?.to ?? '') <= at).toBe(true);
      }),
    );
  });

  it('moves a deadline in working days by exactly the working days of the suspension', () => {
    fc.assert(
      fc.property(
        fc.nat(600),
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 15 }),
        (start, days, length) => {
          const first = addWorkingDays(cal, addDays('2024-03-01', start), 0);
          const counted: Budget = { kind: 'workingDays', from: on(first, '17:30'), days };
          const stop = stopped(on(first, '17:30'), on(addWorkingDays(cal, first, length), '17:30'));
          expect(atOf(counted, [stop])).toBe(on(addWorkingDays(cal, first, days + length), '17:30'));
        },
      ),
    );
  });
});

it('asks the calendar as often for a deadline in three hundred days as for one in three, suspended or not', () => {
  let asked = 0;
  const counting = Object.fromEntries(
    Object.entries(cal).map(([name, member]: [string, unknown]) => [
      name,
      typeof member === 'function'
        ? (...given: unknown[]): unknown => {
            asked += 1;
            return (member as (...all: unknown[]) => unknown)(...given);
          }
        : member,
    ]),
  ) as unknown as typeof cal;
  const askedFor = (days: number, until: string): number => {
    asked = 0;
    const stop = [stopped(on('2024-04-10', '17:30'), on(until, '17:30'))];
    project({ kind: 'workingDays', from: on('2024-04-08', '17:30'), days }, stop, counting);
    return asked;
  };
  expect(askedFor(3, '2024-04-12')).toBeGreaterThan(3);
  expect(askedFor(300, '2024-04-12')).toBe(askedFor(3, '2024-04-12'));
  expect(askedFor(300, '2024-12-12')).toBe(askedFor(3, '2024-04-12'));
});
