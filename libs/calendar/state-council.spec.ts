import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import {
  addDays,
  CalendarError,
  createCalendar,
  parseCalendar,
  periodOf,
  nextPeriod,
  workingDaysInPeriod,
} from './index.js';
import { epochDayOf, weekdayOf } from './civil-time.js';

/** The State Council's notices once more, written out date by date and independent of the seed and of any package. */
const NOTICES: Record<string, { off: string[]; worked: string[] }> = {
  2024: {
    off: [
      ...[
        '01-01',
        '02-10',
        '02-11',
        '02-12',
        '02-13',
        '02-14',
        '02-15',
        '02-16',
        '02-17',
        '04-04',
        '04-05',
        '04-06',
      ],
      ...['05-01', '05-02', '05-03', '05-04', '05-05', '06-10', '09-15', '09-16', '09-17'],
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
    ],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: [
      ...[
        '01-01',
        '01-28',
        '01-29',
        '01-30',
        '01-31',
        '02-01',
        '02-02',
        '02-03',
        '02-04',
        '04-04',
        '04-05',
        '04-06',
      ],
      ...['05-01', '05-02', '05-03', '05-04', '05-05', '05-31', '06-01', '06-02'],
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07', '10-08'],
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      ...[
        '01-01',
        '01-02',
        '01-03',
        '02-15',
        '02-16',
        '02-17',
        '02-18',
        '02-19',
        '02-20',
        '02-21',
        '02-22',
        '02-23',
      ],
      ...['04-04', '04-05', '04-06', '05-01', '05-02', '05-03', '05-04', '05-05', '06-19', '06-20', '06-21'],
      ...['09-25', '09-26', '09-27', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

const parsed = parseCalendar(readFileSync('seeds/calendars/cn-state-council.yaml', 'utf8'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
const cal = createCalendar(parsed.data);

const daysOf = (year: string): string[] => {
  const days: string[] = [];
  for (let d = `${year}-01-01`; d.startsWith(year); d = addDays(d, 1)) days.push(d);
  return days;
};

describe('the bundled calendar', () => {
  it.each(['2024', '2025', '2026'])('agrees with the notice for %s on every single day', (year) => {
    const notice = NOTICES[year] ?? { off: [], worked: [] };
    const expected = daysOf(year).map((date) => {
      const weekend = weekdayOf(epochDayOf(date)) >= 6;
      return [date, weekend ? notice.worked.includes(date.slice(5)) : !notice.off.includes(date.slice(5))];
    });
    expect(daysOf(year).map((date) => [date, cal.isWorkingDay(date)])).toEqual(expected);
    expect(daysOf(year).some((date) => cal.isProvisional(date))).toBe(false);
  });

  it.each(['2024', '2025', '2026'])('agrees with the package chinese-days for %s', (year) => {
    const differing = daysOf(year).filter((date) => cal.isWorkingDay(date) !== chineseDays.isWorkday(date));
    expect(differing).toEqual([]);
  });

  it('has 251 working days in 2024, 248 in 2025 and 248 in 2026', () => {
    const count = (year: string): number => workingDaysInPeriod(cal, periodOf('year', `${year}-01-01`));
    expect([count('2024'), count('2025'), count('2026')]).toEqual([251, 248, 248]);
  });

  it.each([
    ['2025', 10],
    ['2026', 8],
  ])('ends a ten-day period of %s on a day off %i times in 36', (year, times) => {
    const periods = [periodOf('ten-day', `${year}-01-01`)];
    while (periods.length < 36)
      periods.push(nextPeriod(periods.at(-1) ?? periodOf('ten-day', `${year}-01-01`)));
    expect(periods.filter((p) => !cal.isWorkingDay(p.end))).toHaveLength(times);
  });

  it('holds 2027 as provisional: weekends and the days the law names', () => {
    expect(daysOf('2027').every((date) => cal.isProvisional(date))).toBe(true);
    expect([
      cal.isWorkingDay('2027-01-01'),
      cal.isWorkingDay('2027-01-04'),
      cal.isWorkingDay('2027-10-04'),
    ]).toEqual([false, true, true]);
  });

  it.each(['2023-12-31', '2028-01-01'])(
    'refuses to say anything about %s, a year it does not hold',
    (date) => {
      const code = (ask: () => unknown): string => {
        try {
          ask();
        } catch (error) {
          if (error instanceof CalendarError) return error.code;
        }
        return 'no error';
      };
      expect(code(() => cal.isWorkingDay(date))).toBe('UnknownYear');
      expect(code(() => cal.isProvisional(date))).toBe('UnknownYear');
      expect(cal.holds(date)).toBe(false);
    },
  );
});
