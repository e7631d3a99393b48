import { CalendarError } from './calendar-error.js';

/** An instant: ISO 8601 in UTC with milliseconds, `2024-04-12T09:30:00.000Z`; ordered as a string. */
export type Instant = string;
/** A civil date of Asia/Shanghai, `YYYY-MM-DD`. */
export type CivilDate = string;
/** A civil time of day of Asia/Shanghai, `HH:mm`. */
export type CivilTime = string;
/** A whole number of days since 1970-01-01 (a civil date as a number). */
export type EpochDay = number;

export const DAY_MS = 86_400_000;
export const MINUTE_MS = 60_000;
/**
 * Asia/Shanghai is UTC+8 without summer time since 15 September 1991. A constant is exact for every date that a
 * plan can have and about fifty times as fast as a time-zone lookup; the specification compares it with the zone data.
 */
const OFFSET_MS = 8 * 60 * MINUTE_MS;
const EARLIEST_MS = Date.UTC(1992, 0, 1);

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
};
const pad2 = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** Days since 1970-01-01 of a year, a month (1-12) and a day. */
export function epochDayFrom(year: number, month: number, day: number): EpochDay {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** @throws CalendarError InvalidCivilDate */
export function epochDayOf(date: CivilDate): EpochDay {
  const [year, month, day] = [digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10)];
  const shaped =
    date.length === 10 && date[4] === '-' && date[7] === '-' && year >= 1000 && month >= 1 && month <= 12;
  if (shaped && day >= 1 && day <= daysInMonth(year, month)) return epochDayFrom(year, month, day);
  throw new CalendarError('InvalidCivilDate', `日期“${date}”无效：应为存在的日期，写作 2024-04-12。`, {
    date,
  });
}

/** The length of a month (1-12) in days. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Year, month (1-12), day and weekday (1 Monday to 7 Sunday) of an epoch day. */
export function partsOf(epochDay: EpochDay): { year: number; month: number; day: number; weekday: number } {
  // Gregorian calendar from days, with years that begin in March (Hinnant, "chrono-compatible date algorithms").
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
    weekday: weekdayOf(epochDay),
  };
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(epochDay: EpochDay): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

export function civilDateFrom(epochDay: EpochDay): CivilDate {
  const { year, month, day } = partsOf(epochDay);
  return `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(day)}`;
}

/** Minutes since midnight. `24:00` is the end of the day. @throws CalendarError InvalidCivilTime */
export function minutesOf(time: CivilTime): number {
  const [hour, minute] = [digits(time, 0, 2), digits(time, 3, 5)];
  const inDay = hour <= 23 || (hour === 24 && minute === 0);
  if (time.length === 5 && time[2] === ':' && inDay && minute <= 59) return hour * 60 + minute;
  throw new CalendarError('InvalidCivilTime', `时间“${time}”无效：应写作 17:30。`, { time });
}

/**
 * Milliseconds since 1970 in UTC. Read by hand: a tenth of the time of `Date.parse`, and stricter.
 * @throws CalendarError InvalidInstant (also before 1992, see the offset above)
 */
export function epochMsOf(instant: Instant): number {
  const [year, month, day] = [digits(instant, 0, 4), digits(instant, 5, 7), digits(instant, 8, 10)];
  const [hour, minute] = [digits(instant, 11, 13), digits(instant, 14, 16)];
  const [second, milli] = [digits(instant, 17, 19), digits(instant, 20, 23)];
  const punctuated =
    instant.length === 24 &&
    instant[4] === '-' &&
    instant[7] === '-' &&
    instant[10] === 'T' &&
    instant[13] === ':' &&
    instant[16] === ':' &&
    instant[19] === '.' &&
    instant[23] === 'Z';
  const inRange = month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59;
  if (punctuated && inRange && day <= daysInMonth(year, month)) {
    const ms =
      epochDayFrom(year, month, day) * DAY_MS + hour * 3_600_000 + minute * MINUTE_MS + second * 1000 + milli;
    if (ms >= EARLIEST_MS) return ms;
  }
  throw new CalendarError(
    'InvalidInstant',
    `时刻“${instant}”无效：应为1992年以后的UTC时刻，写作 2024-04-12T09:30:00.000Z。`,
    { instant },
  );
}

/** The other way round. Fractions of a millisecond are cut off. */
export function instantFrom(epochMs: number): Instant {
  const day = Math.floor(epochMs / DAY_MS);
  const ms = Math.floor(epochMs - day * DAY_MS);
  const minutes = Math.floor(ms / MINUTE_MS);
  const seconds = Math.floor(ms / 1000) % 60;
  const milli = String(ms % 1000).padStart(3, '0');
  return `${civilDateFrom(day)}T${pad2(Math.floor(minutes / 60))}:${pad2(minutes % 60)}:${pad2(seconds)}.${milli}Z`;
}

/** The civil day of an instant and the milliseconds since its midnight. */
export function civilPartsOf(instant: Instant): { day: EpochDay; msOfDay: number } {
  const local = epochMsOf(instant) + OFFSET_MS;
  const day = Math.floor(local / DAY_MS);
  return { day, msOfDay: local - day * DAY_MS };
}

/** The instant of a civil day at so many milliseconds after its midnight. */
export function instantAt(day: EpochDay, msOfDay: number): Instant {
  return instantFrom(day * DAY_MS + msOfDay - OFFSET_MS);
}

/** The civil date in Asia/Shanghai. @throws CalendarError InvalidInstant */
export function civilDateOf(instant: Instant): CivilDate {
  return civilDateFrom(civilPartsOf(instant).day);
}

/** The civil time in Asia/Shanghai, whole minutes. @throws CalendarError InvalidInstant */
export function civilTimeOf(instant: Instant): CivilTime {
  const minutes = Math.floor(civilPartsOf(instant).msOfDay / MINUTE_MS);
  return `${pad2(Math.floor(minutes / 60))}:${pad2(minutes % 60)}`;
}

/** @throws CalendarError InvalidCivilDate, InvalidCivilTime */
export function instantOf(date: CivilDate, time: CivilTime): Instant {
  return instantAt(epochDayOf(date), minutesOf(time) * MINUTE_MS);
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantFrom(epochMsOf(instant) + minutes * MINUTE_MS);
}

/** -1, 0 or 1: for sorting. Instants are strings in order, so this needs no parsing. */
export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Calendar days, not working days. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateFrom(epochDayOf(date) + days);
}
