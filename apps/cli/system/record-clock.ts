import type { Database } from '#persistence';
import { isDemo } from './demo-history.js';
import { latestHeartbeat } from './latest-heartbeat.js';
import { alarmClock } from '#scheduling';
import type { Log } from '../terminal/log.js';
import { sharedTime } from './shared-time.js';
import { clockOf } from './rehearsal-clock.js';
import type { SystemClock } from './system-clock.js';

/**
 * The clock of a record: the one that LUOSHI_CLOCK asks for; for a demo a clock that goes on from where the record
 * stands, and stands still while nothing runs; else the database's, which is the wall's where all is well.
 */
export async function recordClock(
  database: Database,
  spec: string | undefined,
  log?: Log,
): Promise<SystemClock> {
  const asked = spec === undefined || spec === '' ? undefined : spec;
  const demo = asked === undefined && (await isDemo(database));
  if (asked === undefined && !demo) {
    const time = sharedTime(database, log);
    await time.measure();
    return { ...alarmClock(time), pace: 1, rehearsal: null, measure: time.measure };
  }
  const latest = await latestHeartbeat(database);
  return clockOf(asked ?? latest ?? undefined, latest);
}
