import type { Database } from '#persistence';
import { forgetClock, tellClock } from '#persistence';
import type { SchedulingLog } from '#scheduling';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { againAndAgain, type Rounds } from './again-and-again.js';

export interface TellClockOptions {
  database: Database;
  /** luoshi, luoshi api, luoshi worker. */
  kind: string;
  version: string;
  log: SchedulingLog;
  everyMs?: number;
}

const EVERY_MS = 60_000;

/**
 * Writes down once a minute what this machine's own clock shows, beside the database's: `doctor` sees which processes run,
 * and whose machine has gone astray. Not needed for anything else: what is due goes by the database's time.
 */
export function tellClockOf({ database, kind, version, log, everyMs = EVERY_MS }: TellClockOptions): Rounds {
  const id = randomUUID();
  const startedAt = new Date().toISOString();
  let failed = false;
  const rounds = againAndAgain(async () => {
    try {
      await database.outsideTenants((tx) =>
        tellClock(tx, { id, kind, host: hostname(), version, startedAt, shownAt: new Date().toISOString() }),
      );
      failed = false;
    } catch (error) {
      if (!failed)
        log.error(`未能登记本进程的时钟：${error instanceof Error ? error.message : String(error)}`);
      failed = true;
    }
  }, everyMs);
  return {
    stop: async () => {
      await rounds.stop();
      // One that ended as asked is missed by nobody.
      if (!failed) await database.outsideTenants((tx) => forgetClock(tx, id)).catch(() => undefined);
    },
  };
}
