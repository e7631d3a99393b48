/**
 * Working days, periods, budgets, suspensions and projected instants. Pure: told the time, never asks for it.
 * Civil time is Asia/Shanghai. All refusals are `CalendarError` with a stable code.
 */
export { CalendarError, isUnknownYear, type CalendarErrorCode } from './calendar-error.js';
export {
  addDays,
  addMinutes,
  civilDateOf,
  civilTimeOf,
  compareInstants,
  epochDayOf,
  epochMsOf,
  instantFrom,
  instantOf,
  weekdayOf,
  type CivilDate,
  type CivilTime,
  type Instant,
} from './civil-time.js';
export { chineseDate, chineseDateTime, chineseWeekday } from './chinese-date.js';
export { englishDate, englishDateTime } from './english-date.js';
export {
  createCalendar,
  DEFAULT_WORKING_HOURS,
  type CalendarData,
  type CalendarYear,
  type WorkingCalendar,
  type WorkingHours,
} from './working-calendar.js';
export {
  changedDays,
  changedHours,
  dayKindOn,
  isWorked,
  type ChangedDay,
  type DayKind,
} from './changed-days.js';
export { parseCalendar, type CalendarFileError, type ParsedCalendar } from './parse-calendar.js';
export { addWorkingDays, workingDaysBetween, workingDaysInPeriod } from './working-days.js';
export { addWorkingMs, workingMsBetween } from './working-time.js';
export {
  budgetSchema,
  suspensionSchema,
  type Budget,
  type Projection,
  type Segment,
  type Suspension,
} from './budget.js';
export { project } from './project.js';
export {
  labelOfPeriod,
  nextPeriod,
  periodFromKey,
  periodOf,
  previousPeriod,
  type CadenceEvery,
  type Period,
} from './period.js';
export {
  DEFAULT_PERIOD_POLICY,
  firstReportingPeriod,
  nextReportingPeriod,
  reportingPeriodOf,
  reportingPeriods,
  type PeriodPolicy,
} from './reporting-periods.js';
export { dueOfPeriod, dueRuleSchema, type DueRule } from './due-of-period.js';
export { DEFAULT_MESSAGING_HOURS, nextOpenInstant, type MessagingHours } from './next-open-instant.js';
export { feastOn, holidaysOf, type Holiday } from './feasts.js';
export { expectedProgress, lastElapsedDay } from './expected-progress.js';
