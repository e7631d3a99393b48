import { readFileSync } from 'node:fs';
import {
  addDays,
  CalendarError,
  createCalendar,
  dueOfPeriod,
  instantOf,
  nextPeriod,
  nextReportingPeriod,
  parseCalendar,
  periodOf,
  project,
  reportingPeriodOf,
  reportingPeriods,
  workingDaysInPeriod,
  type Period,
} from './index.js';

/**
 * Every working day of three years, written out from the State Council's notices (October 2023, November 2024, November
 * 2025): nothing here is computed. By month: the days that are worked, how many they are, and the last one of each
 * ten-day period.
 */
const WRITTEN_OUT: readonly [month: string, days: string, count: number, last: [number, number, number]][] = [
  ['2024-01', '2 3 4 5 8 9 10 11 12 15 16 17 18 19 22 23 24 25 26 29 30 31', 22, [10, 19, 31]],
  ['2024-02', '1 2 4 5 6 7 8 9 18 19 20 21 22 23 26 27 28 29', 18, [9, 20, 29]],
  ['2024-03', '1 4 5 6 7 8 11 12 13 14 15 18 19 20 21 22 25 26 27 28 29', 21, [8, 20, 29]],
  ['2024-04', '1 2 3 7 8 9 10 11 12 15 16 17 18 19 22 23 24 25 26 28 29 30', 22, [10, 19, 30]],
  ['2024-05', '6 7 8 9 10 11 13 14 15 16 17 20 21 22 23 24 27 28 29 30 31', 21, [10, 20, 31]],
  ['2024-06', '3 4 5 6 7 11 12 13 14 17 18 19 20 21 24 25 26 27 28', 19, [7, 20, 28]],
  ['2024-07', '1 2 3 4 5 8 9 10 11 12 15 16 17 18 19 22 23 24 25 26 29 30 31', 23, [10, 19, 31]],
  ['2024-08', '1 2 5 6 7 8 9 12 13 14 15 16 19 20 21 22 23 26 27 28 29 30', 22, [9, 20, 30]],
  ['2024-09', '2 3 4 5 6 9 10 11 12 13 14 18 19 20 23 24 25 26 27 29 30', 21, [10, 20, 30]],
  ['2024-10', '8 9 10 11 12 14 15 16 17 18 21 22 23 24 25 28 29 30 31', 19, [10, 18, 31]],
  ['2024-11', '1 4 5 6 7 8 11 12 13 14 15 18 19 20 21 22 25 26 27 28 29', 21, [8, 20, 29]],
  ['2024-12', '2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27 30 31', 22, [10, 20, 31]],
  ['2025-01', '2 3 6 7 8 9 10 13 14 15 16 17 20 21 22 23 24 26 27', 19, [10, 20, 27]],
  ['2025-02', '5 6 7 8 10 11 12 13 14 17 18 19 20 21 24 25 26 27 28', 19, [10, 20, 28]],
  ['2025-03', '3 4 5 6 7 10 11 12 13 14 17 18 19 20 21 24 25 26 27 28 31', 21, [10, 20, 31]],
  ['2025-04', '1 2 3 7 8 9 10 11 14 15 16 17 18 21 22 23 24 25 27 28 29 30', 22, [10, 18, 30]],
  ['2025-05', '6 7 8 9 12 13 14 15 16 19 20 21 22 23 26 27 28 29 30', 19, [9, 20, 30]],
  ['2025-06', '3 4 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27 30', 20, [10, 20, 30]],
  ['2025-07', '1 2 3 4 7 8 9 10 11 14 15 16 17 18 21 22 23 24 25 28 29 30 31', 23, [10, 18, 31]],
  ['2025-08', '1 4 5 6 7 8 11 12 13 14 15 18 19 20 21 22 25 26 27 28 29', 21, [8, 20, 29]],
  ['2025-09', '1 2 3 4 5 8 9 10 11 12 15 16 17 18 19 22 23 24 25 26 28 29 30', 23, [10, 19, 30]],
  ['2025-10', '9 10 11 13 14 15 16 17 20 21 22 23 24 27 28 29 30 31', 18, [10, 20, 31]],
  ['2025-11', '3 4 5 6 7 10 11 12 13 14 17 18 19 20 21 24 25 26 27 28', 20, [10, 20, 28]],
  ['2025-12', '1 2 3 4 5 8 9 10 11 12 15 16 17 18 19 22 23 24 25 26 29 30 31', 23, [10, 19, 31]],
  ['2026-01', '4 5 6 7 8 9 12 13 14 15 16 19 20 21 22 23 26 27 28 29 30', 21, [9, 20, 30]],
  ['2026-02', '2 3 4 5 6 9 10 11 12 13 14 24 25 26 27 28', 16, [10, 14, 28]],
  ['2026-03', '2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27 30 31', 22, [10, 20, 31]],
  ['2026-04', '1 2 3 7 8 9 10 13 14 15 16 17 20 21 22 23 24 27 28 29 30', 21, [10, 20, 30]],
  ['2026-05', '6 7 8 9 11 12 13 14 15 18 19 20 21 22 25 26 27 28 29', 19, [9, 20, 29]],
  ['2026-06', '1 2 3 4 5 8 9 10 11 12 15 16 17 18 22 23 24 25 26 29 30', 21, [10, 18, 30]],
  ['2026-07', '1 2 3 6 7 8 9 10 13 14 15 16 17 20 21 22 23 24 27 28 29 30 31', 23, [10, 20, 31]],
  ['2026-08', '3 4 5 6 7 10 11 12 13 14 17 18 19 20 21 24 25 26 27 28 31', 21, [10, 20, 31]],
  ['2026-09', '1 2 3 4 7 8 9 10 11 14 15 16 17 18 20 21 22 23 24 28 29 30', 22, [10, 20, 30]],
  ['2026-10', '8 9 10 12 13 14 15 16 19 20 21 22 23 26 27 28 29 30', 18, [10, 20, 30]],
  ['2026-11', '2 3 4 5 6 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27 30', 21, [10, 20, 30]],
  ['2026-12', '1 2 3 4 7 8 9 10 11 14 15 16 17 18 21 22 23 24 25 28 29 30 31', 23, [10, 18, 31]],
];
const MONTHS = WRITTEN_OUT.map(([month]) => month);

const parsed = parseCalendar(readFileSync('seeds/calendars/cn-state-council.yaml', 'utf8'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
const cal = createCalendar(parsed.data);
const POLICY = { minimumWorkingDays: 3 };

const daysOf = (month: string): string[] => {
  const days: string[] = [];
  for (let date = `${month}-01`; date.startsWith(month); date = addDays(date, 1)) days.push(date);
  return days;
};
/** The three ten-day periods of a month. */
const tensOf = (month: string): [Period, Period, Period] => {
  const first = periodOf('ten-day', `${month}-01`);
  const second = nextPeriod(first);
  return [first, second, nextPeriod(second)];
};
const codeOf = (ask: () => unknown): string => {
  try {
    ask();
  } catch (error) {
    if (error instanceof CalendarError) return error.code;
  }
  return 'no error';
};

describe('the working days of 2024, 2025 and 2026, as they were announced', () => {
  it.each(WRITTEN_OUT)('of %s are these', (month, days) => {
    const working = daysOf(month).filter((date) => cal.isWorkingDay(date));
    expect(working.map((date) => Number(date.slice(8))).join(' ')).toBe(days);
  });

  it('are as many in every month, 251, 248 and 248 in the years', () => {
    const counted = MONTHS.map((month) => workingDaysInPeriod(cal, periodOf('month', `${month}-01`)));
    expect(counted).toEqual(WRITTEN_OUT.map(([, , count]) => count));
    const ofYear = (year: string): number => workingDaysInPeriod(cal, periodOf('year', `${year}-01-01`));
    expect([ofYear('2024'), ofYear('2025'), ofYear('2026')]).toEqual([251, 248, 248]);
  });

  it('put the due time of each of the 108 ten-day reports on these days', () => {
    const due = MONTHS.map((month) =>
      tensOf(month).map((period) =>
        dueOfPeriod(cal, period, { anchor: 'lastWorkingDayOfPeriod', at: '17:30' }),
      ),
    );
    expect(due).toEqual(
      WRITTEN_OUT.map(([month, , , last]) =>
        last.map((day) => instantOf(`${month}-${String(day).padStart(2, '0')}`, '17:30')),
      ),
    );
  });

  it('leave one ten-day period with fewer than three working days: 1 to 10 October 2025', () => {
    const short = MONTHS.flatMap((month) =>
      tensOf(month).filter((period) => workingDaysInPeriod(cal, period) < POLICY.minimumWorkingDays),
    );
    expect(short.map(({ key }) => key)).toEqual(['2025-10 上旬']);
  });
});

describe('the two working days of early October 2025', () => {
  const due = { anchor: 'lastWorkingDayOfPeriod', at: '17:30' } as const;

  it('are reported on with mid October, under its key, by the 20th at 17:30', () => {
    const merged = reportingPeriodOf(cal, 'ten-day', '2025-10-09', POLICY);
    expect(merged).toEqual({
      cadence: 'ten-day',
      key: '2025-10 中旬',
      label: '2025年10月中旬（含上旬）',
      start: '2025-10-01',
      end: '2025-10-20',
    });
    expect(dueOfPeriod(cal, merged, due)).toBe(instantOf('2025-10-20', '17:30'));
  });

  it('leave the year with 35 reporting periods in place of 36', () => {
    const keys = reportingPeriods(cal, 'ten-day', '2025-01-01', '2025-12-31', POLICY).map(({ key }) => key);
    expect(keys).toHaveLength(35);
    expect(keys).not.toContain('2025-10 上旬');
    const before = reportingPeriodOf(cal, 'ten-day', '2025-09-30', POLICY);
    expect(nextReportingPeriod(cal, before, POLICY).key).toBe('2025-10 中旬');
  });

  it('stay a period of their own where the policy asks for two days only', () => {
    const kept = reportingPeriodOf(cal, 'ten-day', '2025-10-09', { minimumWorkingDays: 2 });
    expect(kept).toEqual(periodOf('ten-day', '2025-10-09'));
    expect(dueOfPeriod(cal, kept, due)).toBe(instantOf('2025-10-10', '17:30'));
  });
});

describe('years that nobody has announced', () => {
  it.each([
    ['whether a day is worked', () => cal.isWorkingDay('2028-01-04')],
    ['a deadline that reaches there', () => project(inDays('2027-12-28', 6), [], cal)],
    ['a count that begins before', () => project(inDays('2024-01-02', -2), [], cal)],
    ['a period of it', () => reportingPeriodOf(cal, 'ten-day', '2028-02-01', POLICY)],
    ['the due time of its periods', () => dueOfPeriod(cal, periodOf('month', '2028-02-01'), DUE)],
  ])('are an error: %s', (_, ask) => {
    expect(codeOf(ask)).toBe('UnknownYear');
  });

  it('are marked as provisional where the law says some of it already: 2027, and no year before', () => {
    const firsts = ['2024', '2025', '2026', '2027'].map((year) => cal.isProvisional(`${year}-01-01`));
    expect(firsts).toEqual([false, false, false, true]);
    expect(project(inDays('2026-12-28', 3), [], cal)).toMatchObject({
      at: instantOf('2026-12-31', '17:30'),
      provisional: false,
    });
    expect(project(inDays('2026-12-28', 4), [], cal)).toMatchObject({ provisional: true });
  });
});

const DUE = { anchor: 'lastWorkingDayOfPeriod', at: '17:30' } as const;
const inDays = (from: string, days: number) =>
  ({ kind: 'workingDays', from: instantOf(from, '17:30'), days }) as const;
