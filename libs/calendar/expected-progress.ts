import { civilDateFrom, civilPartsOf, type CivilDate, type Instant } from './civil-time.js';
import type { WorkingCalendar } from './working-calendar.js';
import { workingDaysInPeriod } from './working-days.js';

/**
 * Expected progress (序时进度) in percent, two decimals: the share of the working days from `start` to
 * `deadline`, both included, that have elapsed. A working day has elapsed when its working hours are over, so
 * a report due at 17:30 is measured with that day counted. 0 before the start, 100 after the deadline's day.
 * @throws CalendarError UnknownYear
 */
export function expectedProgress(
  cal: WorkingCalendar,
  start: CivilDate,
  deadline: CivilDate,
  at: Instant,
): number {
  const lastElapsed = lastElapsedDay(cal, at);
  if (lastElapsed < start) return 0;
  if (lastElapsed >= deadline) return 100;
  const total = workingDaysInPeriod(cal, { start, end: deadline });
  const elapsed = workingDaysInPeriod(cal, { start, end: lastElapsed });
  return total === 0 ? 0 : Math.round((elapsed / total) * 10_000) / 100;
}

/** The last day whose working hours are over, whether or not it was a working day. */
export function lastElapsedDay(cal: WorkingCalendar, at: Instant): CivilDate {
  const { day, msOfDay } = civilPartsOf(at);
  const closes = cal.intervalsMs.at(-1)?.[1] ?? 0;
  return civilDateFrom(msOfDay >= closes ? day : day - 1);
}
