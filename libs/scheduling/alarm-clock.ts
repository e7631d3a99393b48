import type { Instant } from '#calendar';
import type { Clock } from '#persistence';

/** A clock by which an alarm can be set: it may run faster than the wall's, or stand still, as in a rehearsal. */
export interface AlarmClock extends Clock {
  /** Milliseconds of real time until this clock shows `at`; 0 or less: it has; Infinity: it never will. */
  msUntil(at: Instant): number;
}

/** A clock that runs as the wall's does. */
export function alarmClock(clock: Clock): AlarmClock {
  return { now: () => clock.now(), msUntil: (at) => Date.parse(at) - Date.parse(clock.now()) };
}
