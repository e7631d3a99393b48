import type { Database } from '#persistence';
import { isDemo } from './demo-history.js';
import { latestHeartbeat } from './latest-heartbeat.js';
import { clockOf, type SystemClock } from './rehearsal-clock.js';

/**
 * The clock of a record: the one that LUOSHI_CLOCK asks for; for a demo a clock that goes on from where the record
 * stands, and stands still while nothing runs; else the wall's.
 */
export async function recordClock(database: Database, spec: string | undefined): Promise<SystemClock> {
  const asked = spec === undefined || spec === '' ? undefined : spec;
  const demo = asked === undefined && (await isDemo(database));
  if (asked === undefined && !demo) return clockOf(undefined);
  const latest = await latestHeartbeat(database);
  return clockOf(asked ?? latest ?? undefined, latest);
}
