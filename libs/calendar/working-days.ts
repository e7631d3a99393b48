import { civilDateFrom, epochDayOf, type CivilDate, type EpochDay } from './civil-time.js';
import type { WorkingCalendar } from './working-calendar.js';

/** {@link addWorkingDays} by day number. */
export function shiftWorkingDays(cal: WorkingCalendar, day: EpochDay, n: number): EpochDay {
  const ordinal = cal.ordinalOf(day);
  if (n > 0) return cal.dayOfOrdinal(ordinal + n);
  if (n === 0) return cal.isWorking(day) ? day : cal.dayOfOrdinal(ordinal + 1);
  return cal.dayOfOrdinal(ordinal + n + (cal.isWorking(day) ? 0 : 1));
}

/**
 * The n-th working day strictly after the date (before it, for n < 0). From a day off the next working day is
 * the first. n = 0 is the date itself, or the next working day. @throws CalendarError UnknownYear
 */
export function addWorkingDays(cal: WorkingCalendar, date: CivilDate, n: number): CivilDate {
  return civilDateFrom(shiftWorkingDays(cal, epochDayOf(date), n));
}

/**
 * Working days in (from, to]: from Monday to Tuesday is 1, to the same day 0. Reversed, it is the negative
 * of the same count. @throws CalendarError UnknownYear
 */
export function workingDaysBetween(cal: WorkingCalendar, from: CivilDate, to: CivilDate): number {
  return cal.ordinalOf(epochDayOf(to)) - cal.ordinalOf(epochDayOf(from));
}

/** Working days in [start, end], both included; 0 when reversed. @throws CalendarError UnknownYear */
export function workingDaysInPeriod(
  cal: WorkingCalendar,
  period: { start: CivilDate; end: CivilDate },
): number {
  const [start, end] = [epochDayOf(period.start), epochDayOf(period.end)];
  if (end < start) return 0;
  return cal.ordinalOf(end) - cal.ordinalOf(start) + (cal.isWorking(start) ? 1 : 0);
}
