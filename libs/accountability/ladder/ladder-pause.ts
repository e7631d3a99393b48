import {
  addDays,
  addWorkingDays,
  instantOf,
  project,
  type Budget,
  type CivilDate,
  type Instant,
  type Suspension,
  type WorkingCalendar,
} from '#calendar';
import type { Policy } from '../policy/policy.schema.js';

/** The last day until which a whole ladder may be stopped that is stopped today. */
export const latestPauseDay = (
  { ladderPauses }: Policy,
  calendar: WorkingCalendar,
  today: CivilDate,
): CivilDate => addWorkingDays(calendar, today, ladderPauses.workingDaysAtMost);

/** When a ladder goes on by itself: the first instant after the last day of its pause. */
export const endOfPause = ({ until }: { until: CivilDate }): Instant => instantOf(addDays(until, 1), '00:00');

/**
 * The clock of a rung whose ladder is stopped: the stretch is written into its ledger. One that had run down before and
 * was not fired yet has not come to its rung: it waits as well, until the ladder goes on.
 *
 * @param stretch open as long as the ladder stands still; the same one once more, with its end, lets the clock go on
 */
export function pausedClock(
  { budget, suspensions }: { budget: Budget; suspensions: readonly Suspension[] },
  stretch: Suspension,
  calendar: WorkingCalendar,
): { suspensions: Suspension[]; projectedAt: Instant | null } {
  const others = suspensions.filter(({ from, reason }) => from !== stretch.from || reason !== stretch.reason);
  const all = [...others, stretch];
  const { at } = project(budget, all, calendar);
  return {
    suspensions: all,
    projectedAt: stretch.to === null ? null : at !== null && at > stretch.to ? at : stretch.to,
  };
}
