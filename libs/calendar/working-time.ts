import { civilPartsOf, instantAt, type EpochDay, type Instant } from './civil-time.js';
import type { WorkingCalendar } from './working-calendar.js';

/** Working milliseconds of a day up to a moment of it, were it a working day. */
function workedBy(cal: WorkingCalendar, msOfDay: number): number {
  return cal.intervalsMs.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(msOfDay, to) - from), 0);
}

/** Working milliseconds from the first day held up to a moment: the position on the axis of working time. */
function positionOf(cal: WorkingCalendar, day: EpochDay, msOfDay: number): number {
  const ordinal = cal.ordinalOf(day);
  if (!cal.isWorking(day)) return ordinal * cal.dayLengthMs;
  return (ordinal - 1) * cal.dayLengthMs + workedBy(cal, msOfDay);
}

/** The earliest moment at which this much working time of a day has passed; `worked` in (0, dayLength]. */
function momentOf(cal: WorkingCalendar, worked: number): number {
  let rest = worked;
  for (const [from, to] of cal.intervalsMs) {
    if (rest <= to - from) return from + rest;
    rest -= to - from;
  }
  return cal.intervalsMs.at(-1)?.[1] ?? 0;
}

/** Working time in [from, to), milliseconds; negative when reversed. @throws CalendarError UnknownYear */
export function workingMsBetween(cal: WorkingCalendar, from: Instant, to: Instant): number {
  const [a, b] = [civilPartsOf(from), civilPartsOf(to)];
  return positionOf(cal, b.day, b.msOfDay) - positionOf(cal, a.day, a.msOfDay);
}

/** The same in working days of the calendar's length, to two decimals: for explanations. */
export function workingDayShare(cal: WorkingCalendar, from: Instant, to: Instant): number {
  return Math.round((workingMsBetween(cal, from, to) / cal.dayLengthMs) * 100) / 100;
}

/**
 * The instant by which this much working time has passed since `from`: 3.5 hours after 08:30 is 12:00, not
 * 14:00. Zero is `from`, or the next opening when `from` lies outside working hours. Negative goes back.
 * @throws CalendarError UnknownYear
 */
export function addWorkingMs(cal: WorkingCalendar, from: Instant, ms: number): Instant {
  const { day, msOfDay } = civilPartsOf(from);
  const target = positionOf(cal, day, msOfDay) + ms;
  if (ms > 0) {
    const ordinal = Math.ceil(target / cal.dayLengthMs);
    return instantAt(cal.dayOfOrdinal(ordinal), momentOf(cal, target - (ordinal - 1) * cal.dayLengthMs));
  }
  // Going back, or standing still: the latest moment with this position, that is the start of its working time.
  const open =
    cal.isWorking(day) && cal.intervalsMs.some(([start, end]) => msOfDay >= start && msOfDay < end);
  if (ms === 0 && open) return from;
  const ordinal = Math.floor(target / cal.dayLengthMs) + 1;
  let rest = target - (ordinal - 1) * cal.dayLengthMs;
  const workingDay = cal.dayOfOrdinal(ordinal);
  for (const [start, end] of cal.intervalsMs) {
    if (rest < end - start) return instantAt(workingDay, start + rest);
    rest -= end - start;
  }
  return instantAt(workingDay, cal.intervalsMs.at(-1)?.[1] ?? 0);
}
