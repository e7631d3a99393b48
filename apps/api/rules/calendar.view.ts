import { cadenceRule, type Policy } from '#accountability';
import {
  addDays,
  changedDays,
  changedHours,
  civilDateOf,
  dayKindOn,
  dueOfPeriod,
  holidaysOf,
  isUnknownYear,
  nextReportingPeriod,
  reportingPeriodOf,
  workingDaysInPeriod,
  type CadenceEvery,
  type CalendarData,
  type CivilDate,
  type WorkingCalendar,
} from '#calendar';
import { CADENCE_EVERY_LABELS, type CalendarYearView } from '#contract';
import type { CalendarChangeRead } from '#persistence';

/** The rhythms whose ends a year shows; weeks would hide the others. */
const SHOWN: readonly CadenceEvery[] = ['ten-day', 'month', 'quarter', 'half-year', 'year'];

interface Known {
  data: CalendarData;
  calendar: WorkingCalendar;
  policy: Policy;
  today: CivilDate;
  changes: CalendarChangeRead[];
  mayAnnounce: boolean;
}

/** So many days of a change are told one by one; a whole year's arrangement has some forty. */
const DAYS_SHOWN = 100;

function changeView({ before, after, ...change }: CalendarChangeRead): CalendarYearView['changes'][number] {
  const days = changedDays(before, after);
  return {
    ...change,
    days: days.slice(0, DAYS_SHOWN),
    dayCount: days.length,
    hours: changedHours(before, after),
  };
}

/** A year of the calendar as it is shown; null: the calendar does not hold it. */
export function calendarYearView(year: number, { data, calendar, ...known }: Known): CalendarYearView | null {
  const held = data.years[String(year)];
  if (!held) return null;
  const months = Array.from({ length: 12 }, (_, index) => {
    const dates = datesOf(year, index + 1);
    return {
      month: index + 1,
      workingDays: dates.filter((on) => calendar.isWorkingDay(on)).length,
      days: dates.map((on) => ({ on, kind: dayKindOn(data, on) })),
    };
  });
  return {
    calendar: { id: calendar.id, version: calendar.version },
    year,
    today: known.today,
    status: held.status,
    source: held.source ?? null,
    years: Object.entries(data.years).map(([name, { status }]) => ({ year: Number(name), status })),
    hours: calendar.hours,
    workingDays: workingDaysInPeriod(calendar, { start: `${year}-01-01`, end: `${year}-12-31` }),
    months,
    holidays: holidaysOf(held.off),
    worked: [...held.worked].sort(),
    dues: SHOWN.flatMap((every) => duesIn(year, every, calendar, known.policy)).sort((a, b) =>
      a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
    ),
    changes: known.changes.map(changeView),
    mayAnnounce: known.mayAnnounce,
  };
}

function datesOf(year: number, month: number): CivilDate[] {
  const dates: CivilDate[] = [];
  const prefix = `${year}-${String(month).padStart(2, '0')}`;
  for (let on = `${prefix}-01`; on.startsWith(prefix); on = addDays(on, 1)) dates.push(on);
  return dates;
}

/** What falls due in the year: reports of a period may be owed only after it, so the one before is asked as well. */
function duesIn(
  year: number,
  every: CadenceEvery,
  calendar: WorkingCalendar,
  policy: Policy,
): CalendarYearView['dues'] {
  const rule = cadenceRule(policy, every);
  const from = calendar.holds(`${year - 1}-12-31`) ? `${year - 1}-12-31` : `${year}-01-01`;
  const dues: CalendarYearView['dues'] = [];
  try {
    for (
      let period = reportingPeriodOf(calendar, every, from, rule);
      period.start <= `${year}-12-31`;
      period = nextReportingPeriod(calendar, period, rule)
    ) {
      const at = dueOfPeriod(calendar, period, rule.due);
      const on = civilDateOf(at);
      if (on.startsWith(`${year}-`))
        dues.push({ at, on, every, everyLabel: CADENCE_EVERY_LABELS[every], label: period.label });
    }
  } catch (error) {
    // Where the next year is not held, its first working days are not known, nor what is due on them.
    if (!isUnknownYear(error)) throw error;
  }
  return dues;
}
