import {
  expectedProgress,
  instantOf,
  lastElapsedDay,
  workingDaysInPeriod,
  workingMsBetween,
  type Instant,
  type Suspension,
  type WorkingCalendar,
} from '#calendar';
import type { TaskContext } from './task.context.js';

/** What of a task its expected progress follows from. */
export type ExpectedTask = Pick<
  TaskContext,
  | 'startOn'
  | 'deadlineOn'
  | 'extendedAt'
  | 'leadSince'
  | 'suspension'
  | 'suspensions'
  | 'closure'
  | 'blockage'
>;

/**
 * Expected progress (序时进度) of one lead unit in percent, two decimals: the share of the working days between its
 * start and the deadline that have elapsed. Stretches in which the clock stood still do not count; a unit that took
 * over later starts from what had been reached by then. 0 before the dispatch. It moves at the close of a working day
 * alone. The database reckons the same (`standing_today`); the engine's `later-life.it.ts` holds them equal.
 * @throws CalendarError UnknownYear
 */
export function expectedProgressOf(
  calendar: WorkingCalendar,
  task: ExpectedTask,
  unitId: string,
  at: Instant,
): number {
  const since = task.leadSince[unitId] ?? (task.startOn === null ? null : { on: task.startOn, base: 0 });
  if (since === null) return 0;
  const share = elapsedShare(calendar, task, since.on, at);
  return Math.round((since.base + (100 - since.base) * share) * 100) / 100;
}

/** Between 0 and 1. */
function elapsedShare(calendar: WorkingCalendar, task: ExpectedTask, start: string, at: Instant): number {
  const { deadlineOn, extendedAt } = task;
  const stood = stretchesOf(task);
  if (stood.length === 0) return expectedProgress(calendar, start, deadlineOn, at) / 100;
  const from = instantOf(start, '00:00');
  const days = (until: Instant): number =>
    stood.reduce((sum, stretch) => sum + stoodStill(calendar, stretch, from, until), 0) /
    calendar.dayLengthMs;
  // A date that was granted later has what stood still before in it already; what stood still after pushes it.
  const total =
    (deadlineOn < start ? 0 : workingDaysInPeriod(calendar, { start, end: deadlineOn })) -
    (extendedAt === null ? 0 : days(extendedAt));
  const last = lastElapsedDay(calendar, at);
  const elapsed = last < start ? 0 : workingDaysInPeriod(calendar, { start, end: last });
  // A day counts when it is over, and so does what stood still of it: within the day nothing moves.
  const stoodBy = days(instantOf(last, calendar.hours.afternoon[1]));
  return total <= 0 ? 1 : Math.min(1, Math.max(0, (elapsed - stoodBy) / total));
}

/** Working milliseconds of a stretch that lie between two instants. */
function stoodStill(
  calendar: WorkingCalendar,
  { from, to }: Suspension,
  after: Instant,
  until: Instant,
): number {
  const begins = from > after ? from : after;
  const ends = to === null || to > until ? until : to;
  return begins >= ends ? 0 : workingMsBetween(calendar, begins, ends);
}

/** Every stretch in which the clock stood still, also the one that lasts. */
function stretchesOf(task: ExpectedTask): Suspension[] {
  const lasting = [
    task.suspension && { from: task.suspension.from, reason: task.suspension.reason },
    task.closure?.requestedAt ? { from: task.closure.requestedAt, reason: '办结审核中' } : null,
    task.blockage?.acceptedAt ? { from: task.blockage.acceptedAt, reason: task.blockage.reason } : null,
  ].flatMap((open): Suspension[] => (open ? [{ ...open, to: null }] : []));
  // Stretches that overlap count once.
  const merged: Suspension[] = [];
  for (const stretch of [...task.suspensions, ...lasting].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && (last.to === null || last.to >= stretch.from)) {
      if (last.to !== null && (stretch.to === null || stretch.to > last.to)) last.to = stretch.to;
    } else merged.push({ ...stretch });
  }
  return merged;
}
