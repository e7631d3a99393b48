import type { Budget, Projection, Segment, Suspension } from './budget.js';
import { CalendarError } from './calendar-error.js';
import { civilPartsOf, instantAt, instantOf, MINUTE_MS, minutesOf, type Instant } from './civil-time.js';
import type { WorkingCalendar } from './working-calendar.js';
import { shiftWorkingDays } from './working-days.js';
import { addWorkingMs, workingDayShare, workingMsBetween } from './working-time.js';

const HOUR_MS = 3_600_000;
type SimpleBudget = Exclude<Budget, { kind: 'latestOf' }>;

function unsuspended(budget: SimpleBudget, cal: WorkingCalendar): Instant {
  switch (budget.kind) {
    case 'civil':
      return instantOf(budget.on, budget.at);
    case 'workingDays': {
      if (!Number.isInteger(budget.days)) throw invalidBudget(`工作日数 ${budget.days} 不是整数`);
      const { day, msOfDay } = civilPartsOf(budget.from);
      const moment = budget.at === undefined ? msOfDay : minutesOf(budget.at) * MINUTE_MS;
      return instantAt(shiftWorkingDays(cal, day, budget.days), moment);
    }
    case 'workingHours':
      if (!Number.isFinite(budget.hours)) throw invalidBudget(`工作小时数 ${budget.hours} 不是数`);
      return addWorkingMs(cal, budget.from, Math.round(budget.hours * HOUR_MS));
  }
}

/** Where the clock starts, if the budget says it. One that counts back from its start has no running time. */
function startOf(budget: SimpleBudget): Instant | undefined {
  if (budget.kind === 'civil') return budget.from;
  const forward = budget.kind === 'workingDays' ? budget.days >= 0 : budget.hours >= 0;
  return forward ? budget.from : undefined;
}

/** In order, without overlap; what lies before the start is cut off. */
function inOrder(suspensions: readonly Suspension[], start: Instant | undefined): Suspension[] {
  const result: Suspension[] = [];
  let free: Instant | null = start ?? '';
  for (const { from, to, reason } of [...suspensions].sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : 0,
  )) {
    if (to !== null && to < from) {
      throw new CalendarError('InvalidSuspension', `暂停的结束时刻 ${to} 早于开始时刻 ${from}，请更正。`, {
        from,
        to,
      });
    }
    if (free === null) break;
    const begins: Instant = from > free ? from : free;
    if (to !== null && to <= begins) continue;
    result.push({ from: begins, to, reason });
    free = to;
  }
  return result;
}

/**
 * A deadline later by the working time of a suspension. Whole working days keep the time of day also outside
 * working hours (23:59 stays 23:59); the exact count of working time is the floor, so that a longer suspension
 * never gives an earlier deadline.
 */
function pushed(cal: WorkingCalendar, at: Instant, from: Instant, to: Instant): Instant {
  const ms = workingMsBetween(cal, from, to);
  if (ms <= 0) return at > to ? at : to;
  const { day, msOfDay } = civilPartsOf(at);
  const days = Math.floor(ms / cal.dayLengthMs);
  const byDays = days > 0 ? instantAt(shiftWorkingDays(cal, day, days), msOfDay) : at;
  return [byDays, addWorkingMs(cal, at, ms), to].reduce((a, b) => (a > b ? a : b));
}

function projectSimple(
  budget: SimpleBudget,
  suspensions: readonly Suspension[],
  cal: WorkingCalendar,
): Projection {
  const start = startOf(budget);
  let at: Instant | null = unsuspended(budget, cal);
  let cursor = start;
  const segments: Segment[] = [];
  const run = (to: Instant): void => {
    if (cursor !== undefined && cursor < to) {
      segments.push({ kind: 'running', from: cursor, to, workingDays: workingDayShare(cal, cursor, to) });
    }
  };
  const relevant = suspensions.length === 0 ? [] : inOrder(suspensions, start);
  for (const { from, to, reason } of relevant) {
    if (from >= at) break; // the deadline had passed before the clock was stopped
    run(from);
    const workingDays = to === null ? 0 : workingDayShare(cal, from, to);
    segments.push({ kind: 'suspended', from, to, workingDays, reason });
    if (to === null) {
      at = null;
      break;
    }
    at = pushed(cal, at, from, to);
    cursor = to;
  }
  if (at !== null) run(at);
  return {
    at,
    calendarVersion: cal.version,
    provisional: restsOnProvisional(budget, at, segments, cal),
    segments,
  };
}

/** Whole years are provisional, so the ends of the clock's life and of its suspensions tell. */
function restsOnProvisional(
  budget: SimpleBudget,
  at: Instant | null,
  segments: Segment[],
  cal: WorkingCalendar,
): boolean {
  const provisional = (instant: Instant): boolean => {
    const { day } = civilPartsOf(instant);
    return !cal.holdsDay(day) || cal.isProvisionalDay(day);
  };
  const last = segments.at(-1);
  const ends = [at, startOf(budget), segments[0]?.from, last?.to, last?.from];
  return ends.some((instant, i) => instant != null && ends.indexOf(instant) === i && provisional(instant));
}

const invalidBudget = (what: string): CalendarError =>
  new CalendarError('InvalidBudget', `期限预算有误：${what}。`);

/**
 * The instant of a deadline and how it came about. Each closed suspension that began before the deadline moves
 * it by its working time; while one is open there is no instant. The same input gives the same answer for ever.
 * A civil date without suspension needs no calendar and may lie in a year that is not held (then provisional).
 * @throws CalendarError UnknownYear, InvalidBudget, InvalidSuspension
 */
export function project(
  budget: Budget,
  suspensions: readonly Suspension[],
  cal: WorkingCalendar,
): Projection {
  if (budget.kind !== 'latestOf') return projectSimple(budget, suspensions, cal);
  const [first, ...rest] = budget.of.map((part) => project(part, suspensions, cal));
  if (!first) throw invalidBudget('“取最晚”之下没有任何期限');
  const latest = rest.reduce((a, b) => (a.at === null || (b.at !== null && b.at <= a.at) ? a : b), first);
  return { ...latest, provisional: [first, ...rest].some((p) => p.provisional) };
}
