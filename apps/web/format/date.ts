/** Dates as an office writes them, always in the civil time of Asia/Shanghai. */
import { language } from '../texts/language.js';
import { DAY_WORDS, type DayParts } from './day-words.js';

const SHANGHAI_MS = 8 * 3_600_000;

const words = DAY_WORDS[language];

/** The civil day of an instant. Shanghai has had no other offset since 1991. */
function parts(at: Date): DayParts {
  const there = new Date(at.getTime() + SHANGHAI_MS);
  return {
    year: String(there.getUTCFullYear()),
    month: words.months[there.getUTCMonth()] ?? '',
    day: String(there.getUTCDate()),
    weekday: words.weekdays[there.getUTCDay()] ?? '',
  };
}

/** A civil date stands for its noon in Shanghai, so that no time zone of the browser moves the day. */
const dateOf = (when: string): Date => new Date(when.length === 10 ? `${when}T12:00:00+08:00` : when);

let thisYear: string | null = null;
/** The year of the system's clock (not the browser's: a rehearsal may run in another). Its days go without a year. */
export function rememberYear(now: string | null): void {
  thisYear = now === null ? null : parts(dateOf(now)).year;
}

/** A civil date or an instant as `5月10日` (`10 May`), or with its year where that is not the present one. */
export function formatShortDay(when: string): string {
  const day = parts(dateOf(when));
  return words.day(day, thisYear !== null && day.year !== thisYear);
}

/** A civil date or an instant as `5月10日 周五` (`Fri 10 May`), or with its year where that is not the present one. */
export const formatDay = (when: string): string =>
  words.withWeekday(formatShortDay(when), parts(dateOf(when)).weekday);

/** A civil date or an instant as `2024年5月10日` (`10 May 2024`). */
export const formatFullDay = (when: string): string => words.day(parts(dateOf(when)), true);

/** `17:30`. */
export const formatTime = (at: string): string =>
  new Date(Date.parse(at) + SHANGHAI_MS).toISOString().slice(11, 16);

/** `5月10日 周五 17:30`. */
export const formatInstant = (at: string): string => `${formatDay(at)} ${formatTime(at)}`;

/** `2024年5月10日 17:30`. */
export const formatFullInstant = (at: string): string => `${formatFullDay(at)} ${formatTime(at)}`;

/** The civil day of an instant, as an input of type date has it: `2024-05-09`. */
export const civilDay = (at: string): string =>
  new Date(Date.parse(at) + SHANGHAI_MS).toISOString().slice(0, 10);

/** The instant of a civil time as an input of type datetime-local has it: `2024-05-09T17:30`. */
export const instantOfLocal = (local: string): string =>
  new Date(Date.parse(`${local.slice(0, 16)}:00.000Z`) - SHANGHAI_MS).toISOString();
