import { addDays, type CivilDate } from './civil-time.js';

/*
 * The feasts of 全国年节及纪念日放假办法 (2024), art. 2: by the sun, by the moon, and the day of Qingming. A calendar lists
 * which days are off; what they are called is told from where the feasts lie.
 */
const BY_MONTH: Readonly<Record<string, string>> = { '1-1': '元旦', '5-1': '劳动节', '10-1': '国庆节' };
const BY_MOON: Readonly<Record<string, string>> = { '1-1': '春节', '5-5': '端午节', '8-15': '中秋节' };

const moon = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** Month and day of the Chinese calendar, `5-5`; of a leap month (`4bis`) no feast. */
function lunar(date: CivilDate): string {
  const parts = new Map(moon.formatToParts(Date.parse(date)).map(({ type, value }) => [type, value]));
  return `${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

/** The day in April on which the sun stands at 15 degrees, by the rule for the years 2000 to 2099. */
function qingming(year: number): number {
  const short = year % 100;
  return Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
}

/** The feast on a civil date; null: none. */
export function feastOn(date: CivilDate): string | null {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === 4 && day === qingming(year)) return '清明节';
  return BY_MONTH[`${String(month)}-${String(day)}`] ?? BY_MOON[lunar(date)] ?? null;
}

/** A run of days off with both its ends. */
export interface Holiday {
  from: CivilDate;
  to: CivilDate;
  days: number;
  /** `国庆节、中秋节`; null where no feast lies in it. */
  label: string | null;
}

/** Days off as they lie together, in order, named by the feasts among them. */
export function holidaysOf(off: readonly CivilDate[]): Holiday[] {
  const runs: CivilDate[][] = [];
  for (const date of [...off].sort()) {
    const last = runs.at(-1);
    if (last && addDays(last.at(-1) ?? '', 1) === date) last.push(date);
    else runs.push([date]);
  }
  return runs.map((dates) => ({
    from: dates[0] ?? '',
    to: dates.at(-1) ?? '',
    days: dates.length,
    label: dates.flatMap((date) => feastOn(date) ?? []).join('、') || null,
  }));
}
