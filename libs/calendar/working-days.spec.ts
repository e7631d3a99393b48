import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, addWorkingDays, createCalendar, nextOpenInstant, parseCalendar } from './index.js';
import {
  addWorkingMs,
  workingDaysBetween,
  workingDaysInPeriod,
  workingMsBetween,
  instantOf,
  instantFrom,
} from './index.js';

const parsed = parseCalendar(readFileSync('seeds/calendars/cn-state-council.yaml', 'utf8'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
const cal = createCalendar(parsed.data);
const HOUR = 3_600_000;
const date = fc.integer({ min: 60, max: 1300 }).map((days) => addDays('2024-01-01', days));
const instant = fc
  .integer({ min: Date.UTC(2024, 2, 1), max: Date.UTC(2027, 6, 1) })
  .map((ms) => instantFrom(ms));

describe('adding working days', () => {
  it.each([
    ['over the make-up Sunday before the Spring Festival', '2024-02-02', 1, '2024-02-04'],
    ['over the Spring Festival', '2024-02-09', 1, '2024-02-18'],
    ['over a make-up Saturday in October', '2024-10-11', 1, '2024-10-12'],
    ['from a day off, the next working day being the first', '2024-10-05', 1, '2024-10-08'],
    ['zero on a working day', '2024-10-08', 0, '2024-10-08'],
    ['zero on a day off', '2024-10-05', 0, '2024-10-08'],
    ['back over the National Day week', '2024-10-08', -1, '2024-09-30'],
    ['back from a day off', '2024-10-05', -1, '2024-09-30'],
    ['back to the make-up Sunday', '2024-09-30', -1, '2024-09-29'],
    ['back over the end of the year', '2025-01-02', -2, '2024-12-30'],
  ])('%s', (_, from, n, expected) => {
    expect(addWorkingDays(cal, from, n)).toBe(expected);
  });

  it('lands on a working day, and coming back from it finds the start again', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -40, max: 40 }), (from, n) => {
        const start = addWorkingDays(cal, from, 0);
        const there = addWorkingDays(cal, start, n);
        expect(cal.isWorkingDay(there)).toBe(true);
        expect(addWorkingDays(cal, there, -n)).toBe(start);
        expect(workingDaysBetween(cal, start, there)).toBe(n);
      }),
    );
  });

  it('never overtakes: a later start or more days give no earlier date', () => {
    fc.assert(
      fc.property(date, fc.nat(20), fc.integer({ min: 1, max: 40 }), (from, later, n) => {
        expect(addWorkingDays(cal, addDays(from, later), n) >= addWorkingDays(cal, from, n)).toBe(true);
        expect(addWorkingDays(cal, from, n + 1) > addWorkingDays(cal, from, n)).toBe(true);
      }),
    );
  });

  it('adds up: n days and then m days are n + m days', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (from, n, m) => {
        expect(addWorkingDays(cal, addWorkingDays(cal, from, n), m)).toBe(addWorkingDays(cal, from, n + m));
      }),
    );
  });

  it('is an error when it leaves the years that are known', () => {
    expect(() => addWorkingDays(cal, '2027-12-31', 1)).toThrow(
      expect.objectContaining({
        code: 'UnknownYear',
        details: expect.objectContaining({ year: 2028 }),
      }) as Error,
    );
    expect(() => addWorkingDays(cal, '2024-01-02', -1)).toThrow(
      expect.objectContaining({
        code: 'UnknownYear',
        details: expect.objectContaining({ year: 2023 }),
      }) as Error,
    );
  });
});

describe('counting working days', () => {
  it('counts after the start and up to the end, negative when reversed', () => {
    expect(workingDaysBetween(cal, '2024-09-27', '2024-10-08')).toBe(3); // 29 and 30 September, 8 October
    expect(workingDaysBetween(cal, '2024-10-08', '2024-09-27')).toBe(-3);
    expect(workingDaysBetween(cal, '2024-10-08', '2024-10-08')).toBe(0);
  });

  it('counts both ends of a period', () => {
    expect(workingDaysInPeriod(cal, { start: '2025-10-01', end: '2025-10-10' })).toBe(2);
    expect(workingDaysInPeriod(cal, { start: '2024-10-08', end: '2024-10-08' })).toBe(1);
    expect(workingDaysInPeriod(cal, { start: '2024-10-08', end: '2024-10-07' })).toBe(0);
  });
});

describe('working time', () => {
  it('ends at noon, not after the break, when the hours are used up at noon', () => {
    expect(addWorkingMs(cal, instantOf('2024-04-12', '08:30'), 3.5 * HOUR)).toBe(
      instantOf('2024-04-12', '12:00'),
    );
    expect(addWorkingMs(cal, instantOf('2024-04-12', '11:00'), 2 * HOUR)).toBe(
      instantOf('2024-04-12', '15:00'),
    );
  });

  it('passes over nights, weekends and holidays', () => {
    expect(addWorkingMs(cal, instantOf('2024-09-30', '16:30'), 4 * HOUR)).toBe(
      instantOf('2024-10-08', '11:30'),
    );
    expect(addWorkingMs(cal, instantOf('2024-10-03', '16:30'), HOUR)).toBe(instantOf('2024-10-08', '09:30'));
    expect(addWorkingMs(cal, instantOf('2024-10-08', '09:30'), -2 * HOUR)).toBe(
      instantOf('2024-09-30', '16:30'),
    );
  });

  it('moves to the next opening when nothing is added outside working hours', () => {
    expect(addWorkingMs(cal, instantOf('2024-04-12', '12:30'), 0)).toBe(instantOf('2024-04-12', '14:00'));
    expect(addWorkingMs(cal, instantOf('2024-04-12', '19:00'), 0)).toBe(instantOf('2024-04-15', '08:30'));
    expect(addWorkingMs(cal, instantOf('2024-04-12', '09:12'), 0)).toBe(instantOf('2024-04-12', '09:12'));
  });

  it('measures exactly what was added, forwards and backwards, and only inside working days', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -100 * HOUR, max: 100 * HOUR }), (from, added) => {
        const to = addWorkingMs(cal, from, added);
        expect(workingMsBetween(cal, from, to)).toBe(added);
        expect(workingMsBetween(cal, to, from)).toBe(added === 0 ? 0 : -added);
      }),
    );
  });
});

describe('the next moment at which people may be messaged', () => {
  const hours = { from: '08:00', to: '18:00' };
  it.each<[string, [string, string], [string, string]]>([
    ['is now, inside the hours', ['2024-04-12', '17:59'], ['2024-04-12', '17:59']],
    ['is the next working day, from the closing on', ['2024-04-12', '18:00'], ['2024-04-15', '08:00']],
    ['is the opening, before it', ['2024-04-12', '05:00'], ['2024-04-12', '08:00']],
    ['is after the holidays, in them', ['2024-10-02', '10:00'], ['2024-10-08', '08:00']],
    ['is a make-up Saturday too', ['2024-10-12', '10:00'], ['2024-10-12', '10:00']],
  ])('%s', (_, from, expected) => {
    expect(nextOpenInstant(cal, instantOf(...from), hours)).toBe(instantOf(...expected));
  });
});
