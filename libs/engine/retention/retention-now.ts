import { systemClock, type Clock } from '#persistence';

/**
 * The wall's time or the system's own, whichever is earlier: in a rehearsal of a former year what was just written is dated to that year,
 * and must not be taken for old.
 */
export function retentionNow(clock: Clock): string {
  const [wall, own] = [systemClock.now(), clock.now()];
  return own < wall ? own : wall;
}
