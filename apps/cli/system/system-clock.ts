import type { Instant } from '#calendar';
import type { AlarmClock } from '#scheduling';

/** The clock of a process; `rehearsal` tells what to show people where it is not the wall's. */
export interface SystemClock extends AlarmClock {
  /** How many times as fast as the wall's what depends on it is to be looked after; 1: as usual. */
  pace: number;
  /** Compares it with the database's, where it follows that. */
  measure?: () => Promise<void>;
  rehearsal: { from: Instant; speed: number } | null;
}
