import { project, type Segment, type WorkingCalendar } from '#calendar';
import type { DeadlineRead } from '#persistence';
import type { Saying } from './words/words-in.js';

export interface ExplainedClock {
  name: string;
  label: string;
  /** Name of the unit whose clock it is; null: the task's own. */
  unit: string | null;
  at: string | null;
  state: string;
  calendarVersion: number;
  provisional: boolean;
  segments: Segment[];
}

/** A clock with the segments in which it ran and stood still. `unit`: whose it is; null: the subject's own. */
export function explainedClock(
  clock: DeadlineRead,
  unit: string | null,
  calendar: WorkingCalendar,
  say: Saying,
): ExplainedClock {
  const { provisional, segments } = project(clock.budget, clock.suspensions, calendar);
  const { name, projectedAt: at, state, calendarVersion } = clock;
  return { name, label: say.clockLabel(name), unit, at, state, calendarVersion, provisional, segments };
}
