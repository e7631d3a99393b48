import { project, type WorkingCalendar } from '#calendar';
import type { DeadlineRead } from '#persistence';
import type { ExplainedClock } from './explain-task.js';
import { clockLabel } from './sentences.js';

/** A clock with the segments in which it ran and stood still. `unit`: whose it is; null: the subject's own. */
export function explainedClock(
  clock: DeadlineRead,
  unit: string | null,
  calendar: WorkingCalendar,
): ExplainedClock {
  const { provisional, segments } = project(clock.budget, clock.suspensions, calendar);
  const { name, projectedAt: at, state, calendarVersion } = clock;
  return { name, label: clockLabel(name), unit, at, state, calendarVersion, provisional, segments };
}
