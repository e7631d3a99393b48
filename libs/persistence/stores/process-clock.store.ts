import type { Queryable } from '../transaction.js';

export interface ProcessClockTold {
  id: string;
  /** luoshi, luoshi api, luoshi worker. */
  kind: string;
  host: string;
  version: string;
  startedAt: string;
  shownAt: string;
}

export interface ProcessClockRead extends ProcessClockTold {
  seenAt: string;
}

/** Writes down what a process's clock shows, beside the database's. Of no jurisdiction. */
export async function tellClock(tx: Queryable, told: ProcessClockTold): Promise<void> {
  await tx.execute('select tell_clock($1, $2, $3, $4, $5, $6)', [
    told.id,
    told.kind,
    told.host,
    told.version,
    told.startedAt,
    told.shownAt,
  ]);
}

export const forgetClock = (tx: Queryable, id: string): Promise<number> =>
  tx.execute('select forget_clock($1)', [id]);

/** What every process that told within a day has told last. */
export const processClocks = (tx: Queryable): Promise<ProcessClockRead[]> =>
  tx.query(
    `select id, kind, host, version, started_at as "startedAt", shown_at as "shownAt", seen_at as "seenAt" from process_clocks()`,
  );
