import type { Transaction } from '../transaction.js';

export type BulkWork = 'clocks' | 'calendar' | 'policy' | 'dispatch';

/** How far work on many subjects is, in clocks or subjects. */
export interface BulkRun {
  work: BulkWork;
  total: number;
  done: number;
  startedAt: string;
  /** The last chunk. */
  movedAt: string;
  /** Null: under way, or broken off. */
  finishedAt: string | null;
}

/** Work begins, or what was broken off goes on: `left` is what lies ahead. */
export async function beginBulkRun(tx: Transaction, work: BulkWork, left: number, at: string): Promise<void> {
  await tx.execute(
    `insert into bulk_run (jurisdiction_id, work, total, started_at, moved_at) values ($1, $2, $3, $4, $4)
     on conflict (jurisdiction_id, work) do update set
       total = case when bulk_run.finished_at is null then bulk_run.done + excluded.total else excluded.total end,
       done = case when bulk_run.finished_at is null then bulk_run.done else 0 end,
       started_at = case when bulk_run.finished_at is null then bulk_run.started_at else excluded.started_at end,
       moved_at = excluded.moved_at, finished_at = null`,
    [tx.scope.jurisdictionId, work, left, at],
  );
}

/**
 * Counts a chunk, in its transaction: the last statement of it, since the row is held to the commit. What the work itself
 * brought about belongs to it too.
 */
export const countBulkChunk = (tx: Transaction, work: BulkWork, count: number, at: string): Promise<number> =>
  tx.execute(
    `update bulk_run set done = done + $3, total = greatest(total, done + $3), moved_at = $4
     where jurisdiction_id = $1 and work = $2`,
    [tx.scope.jurisdictionId, work, count, at],
  );

export const finishBulkRun = (tx: Transaction, work: BulkWork, at: string): Promise<number> =>
  tx.execute(
    `update bulk_run set finished_at = $3 where jurisdiction_id = $1 and work = $2 and finished_at is null`,
    [tx.scope.jurisdictionId, work, at],
  );

export const bulkRuns = (tx: Transaction): Promise<BulkRun[]> =>
  tx.query<BulkRun>(
    `select work, total, done, started_at as "startedAt", moved_at as "movedAt", finished_at as "finishedAt"
     from bulk_run where jurisdiction_id = $1 order by started_at`,
    [tx.scope.jurisdictionId],
  );
