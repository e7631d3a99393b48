import { CalendarError } from './calendar-error.js';
import {
  civilDateFrom,
  daysInMonth,
  epochDayFrom,
  epochDayOf,
  partsOf,
  type CivilDate,
  type EpochDay,
} from './civil-time.js';

export type CadenceEvery = 'week' | 'ten-day' | 'month' | 'quarter' | 'half-year' | 'year';

/** One instance of a cadence. Both dates belong to it. */
export interface Period {
  cadence: CadenceEvery;
  /** `2024-W20`, `2024-05 中旬`, `2024-05`, `2024-Q2`, `2024-H1`, `2024`. A merged period keeps the key of its last part. */
  key: string;
  /** `2024年5月中旬`; of a merged period `2025年10月中旬（含上旬）`. */
  label: string;
  start: CivilDate;
  end: CivilDate;
}

const TENS = ['上旬', '中旬', '下旬'] as const;
const NUMERALS = ['一', '二', '三', '四'] as const;
const pad2 = (n: number): string => String(n).padStart(2, '0');

function made(cadence: CadenceEvery, key: string, label: string, start: EpochDay, end: EpochDay): Period {
  return { cadence, key, label, start: civilDateFrom(start), end: civilDateFrom(end) };
}

function monthsFrom(year: number, month: number, months: number): [EpochDay, EpochDay] {
  const lastMonth = month + months - 1;
  return [epochDayFrom(year, month, 1), epochDayFrom(year, lastMonth, daysInMonth(year, lastMonth))];
}

function weekOf(day: EpochDay, weekday: number): Period {
  // ISO 8601: weeks run from Monday to Sunday and belong to the year of their Thursday.
  const monday = day - weekday + 1;
  const { year } = partsOf(monday + 3);
  const week = Math.floor((monday + 3 - epochDayFrom(year, 1, 1)) / 7) + 1;
  return made('week', `${year}-W${pad2(week)}`, `${year}年第${week}周`, monday, monday + 6);
}

/** The natural period of a cadence that holds the date. @throws CalendarError InvalidCivilDate */
export function periodOf(cadence: CadenceEvery, date: CivilDate): Period {
  const epochDay = epochDayOf(date);
  const { year, month, day, weekday } = partsOf(epochDay);
  switch (cadence) {
    case 'week':
      return weekOf(epochDay, weekday);
    case 'ten-day': {
      const index = day <= 10 ? 0 : day <= 20 ? 1 : 2;
      const start = epochDayFrom(year, month, index * 10 + 1);
      const end = index < 2 ? start + 9 : epochDayFrom(year, month, daysInMonth(year, month));
      return made(
        cadence,
        `${year}-${pad2(month)} ${TENS[index]}`,
        `${year}年${month}月${TENS[index]}`,
        start,
        end,
      );
    }
    case 'month':
      return made(cadence, `${year}-${pad2(month)}`, `${year}年${month}月`, ...monthsFrom(year, month, 1));
    case 'quarter': {
      const quarter = Math.ceil(month / 3);
      const label = `${year}年第${NUMERALS[quarter - 1] ?? quarter}季度`;
      return made(cadence, `${year}-Q${quarter}`, label, ...monthsFrom(year, quarter * 3 - 2, 3));
    }
    case 'half-year': {
      const half = month <= 6 ? 1 : 2;
      const label = `${year}年${half === 1 ? '上' : '下'}半年`;
      return made(cadence, `${year}-H${half}`, label, ...monthsFrom(year, half * 6 - 5, 6));
    }
    case 'year':
      return made(cadence, String(year), `${year}年`, ...monthsFrom(year, 1, 12));
  }
}

/** The natural period after this one (of a merged one: after its end). */
export function nextPeriod(period: Period): Period {
  return periodOf(period.cadence, civilDateFrom(epochDayOf(period.end) + 1));
}

/** The natural period before this one (of a merged one: before its start). */
export function previousPeriod(period: Period): Period {
  return periodOf(period.cadence, civilDateFrom(epochDayOf(period.start) - 1));
}

const PARSERS: ReadonlyArray<readonly [RegExp, (...parts: string[]) => Period | undefined]> = [
  [
    /^(\d{4})-(\d{2}) (上旬|中旬|下旬)$/,
    (year, month, ten) =>
      periodOf('ten-day', `${year}-${month}-${pad2(TENS.findIndex((name) => name === ten) * 10 + 1)}`),
  ],
  [/^(\d{4})-(\d{2})$/, (year, month) => periodOf('month', `${year}-${month}-01`)],
  [/^(\d{4})-Q([1-4])$/, (year, quarter) => periodOf('quarter', `${year}-${pad2(Number(quarter) * 3)}-01`)],
  [/^(\d{4})-H([12])$/, (year, half) => periodOf('half-year', `${year}-${pad2(Number(half) * 6)}-01`)],
  [/^(\d{4})$/, (year) => periodOf('year', `${year}-01-01`)],
  [
    /^(\d{4})-W(\d{2})$/,
    // 4 January is always in week 1.
    (year, week) => periodOf('week', civilDateFrom(epochDayOf(`${year}-01-04`) + (Number(week) - 1) * 7)),
  ],
];

/** The natural period of a key; the key's form tells the cadence. @throws CalendarError InvalidPeriodKey */
export function periodFromKey(key: string): Period {
  for (const [pattern, build] of PARSERS) {
    const match = pattern.exec(key);
    if (!match) continue;
    const period = inRange(() => build(...match.slice(1)));
    // A week 60 or a month 13 would come back under another key, or not at all.
    if (period?.key === key) return period;
  }
  throw new CalendarError(
    'InvalidPeriodKey',
    `报告期“${key}”无效：应写作 2024-05 中旬、2024-05、2024-Q2、2024-H1、2024 或 2024-W20。`,
    {
      key,
    },
  );
}

/** `2024年5月中旬` for the key of a period; what no calendar wrote is said as it is. */
export function labelOfPeriod(key: string): string {
  try {
    return periodFromKey(key).label;
  } catch (error) {
    if (error instanceof CalendarError) return key;
    throw error;
  }
}

function inRange(build: () => Period | undefined): Period | undefined {
  try {
    return build();
  } catch (error) {
    if (error instanceof CalendarError) return undefined;
    throw error;
  }
}
