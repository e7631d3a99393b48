import { addDays, epochDayOf, partsOf, type CivilDate } from './civil-time.js';
import { nextPeriod, periodOf, previousPeriod, type CadenceEvery, type Period } from './period.js';
import type { WorkingCalendar } from './working-calendar.js';
import { workingDaysInPeriod } from './working-days.js';

export interface PeriodPolicy {
  /** A period with fewer working days is merged into the next one; so few left at the start, and it is skipped. */
  minimumWorkingDays: number;
}

export const DEFAULT_PERIOD_POLICY: PeriodPolicy = { minimumWorkingDays: 3 };

const isShort = (
  cal: WorkingCalendar,
  period: { start: CivilDate; end: CivilDate },
  policy: PeriodPolicy,
): boolean => workingDaysInPeriod(cal, period) < policy.minimumWorkingDays;

/** How a part is named beside the last one: without the year, or the month, that both share. */
function shortLabel(part: Period, last: Period): string {
  const [a, b] = [partsOf(epochDayOf(part.start)), partsOf(epochDayOf(last.start))];
  if (a.year !== b.year || part.cadence === 'year') return part.label;
  if (part.cadence === 'ten-day' && a.month === b.month) return part.label.replace(/^.*月/, '');
  return part.label.replace(/^\d+年/, '');
}

function merged(parts: readonly Period[]): Period | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || parts.length === 1) return last;
  const others = parts.slice(0, -1).map((part) => shortLabel(part, last));
  return { ...last, label: `${last.label}（含${others.join('、')}）`, start: first.start };
}

/** Natural periods from this one on, until together they are long enough. */
function mergedFrom(cal: WorkingCalendar, first: Period, policy: PeriodPolicy): Period {
  const parts = [first];
  let whole = first;
  while (isShort(cal, whole, policy)) {
    const next = nextPeriod(whole);
    parts.push(next);
    whole = merged(parts) ?? next;
  }
  return whole;
}

/**
 * The reporting period that holds the date, merged as the policy says. The same whatever date one starts from.
 * @throws CalendarError UnknownYear
 */
export function reportingPeriodOf(
  cal: WorkingCalendar,
  cadence: CadenceEvery,
  date: CivilDate,
  policy: PeriodPolicy,
): Period {
  let first = periodOf(cadence, date);
  // A period that is long enough by itself always ends a merged one: behind it a new one begins.
  for (let before = previousPeriod(first); cal.holds(before.start) && isShort(cal, before, policy);) {
    first = before;
    before = previousPeriod(first);
  }
  let period = mergedFrom(cal, first, policy);
  while (period.end < date) period = mergedFrom(cal, nextPeriod(period), policy);
  return period;
}

/** The reporting period after this one. @throws CalendarError UnknownYear */
export function nextReportingPeriod(cal: WorkingCalendar, period: Period, policy: PeriodPolicy): Period {
  return mergedFrom(cal, nextPeriod(period), policy);
}

/**
 * The first reporting period of something that takes effect on a date: the one that holds it, or the next one
 * when fewer than the minimum of working days are left in it, that day included. @throws CalendarError UnknownYear
 */
export function firstReportingPeriod(
  cal: WorkingCalendar,
  cadence: CadenceEvery,
  from: CivilDate,
  policy: PeriodPolicy,
): Period {
  const period = reportingPeriodOf(cal, cadence, from, policy);
  return isShort(cal, { start: from, end: period.end }, policy)
    ? nextReportingPeriod(cal, period, policy)
    : period;
}

/**
 * Every reporting period from the first one (see {@link firstReportingPeriod}) to the one that holds `to`, in
 * order, without gap or overlap. The first may begin before `from`, the last may end after `to`.
 * @throws CalendarError UnknownYear
 */
export function reportingPeriods(
  cal: WorkingCalendar,
  cadence: CadenceEvery,
  from: CivilDate,
  to: CivilDate,
  policy: PeriodPolicy,
): Period[] {
  const periods: Period[] = [];
  if (to < from) return periods;
  let period = firstReportingPeriod(cal, cadence, from, policy);
  while (period.start <= to) {
    periods.push(period);
    if (addDays(period.end, 1) > to) break; // looking further could need a year that is not held
    period = nextReportingPeriod(cal, period, policy);
  }
  return periods;
}
