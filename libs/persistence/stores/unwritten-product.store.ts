import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

/** Which product it would be. */
export interface UnwrittenKey {
  kind: string;
  scopeKind: string;
  scopeId: string;
  period: string;
}

export interface UnwrittenProductRead extends UnwrittenKey {
  failures: number;
  failedAt: Instant;
  retryAt: Instant;
  code: string;
  reason: string;
}

/** The drafts that could not be written, the longest waiting first. */
export const unwrittenProducts = (tx: Transaction): Promise<UnwrittenProductRead[]> =>
  tx.query(
    `select kind, scope_kind as "scopeKind", scope_id as "scopeId", period, failures, failed_at as "failedAt",
       retry_at as "retryAt", code, reason
     from unwritten_product where jurisdiction_id = $1 order by retry_at, kind, scope_id, period`,
    [tx.scope.jurisdictionId],
  );

export const noteUnwritten = (tx: Transaction, row: UnwrittenProductRead): Promise<number> =>
  tx.execute(
    `insert into unwritten_product (jurisdiction_id, kind, scope_kind, scope_id, period, failures, failed_at, retry_at, code, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (jurisdiction_id, kind, scope_kind, scope_id, period) do update
     set failures = excluded.failures, failed_at = excluded.failed_at, retry_at = excluded.retry_at, code = excluded.code,
       reason = excluded.reason`,
    [
      tx.scope.jurisdictionId,
      row.kind,
      row.scopeKind,
      row.scopeId,
      row.period,
      row.failures,
      row.failedAt,
      row.retryAt,
      row.code,
      row.reason,
    ],
  );

/** It is written now, or wanted no more. */
export const forgetUnwritten = (
  tx: Transaction,
  { kind, scopeKind, scopeId, period }: UnwrittenKey,
): Promise<number> =>
  tx.execute(
    `delete from unwritten_product where jurisdiction_id = $1 and kind = $2 and scope_kind = $3 and scope_id = $4 and period = $5`,
    [tx.scope.jurisdictionId, kind, scopeKind, scopeId, period],
  );
