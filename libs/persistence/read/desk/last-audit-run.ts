import type { Instant } from '#calendar';
import type { Transaction } from '../../transaction.js';

/** When the record's keeper looked last, and how much was found; null: never yet. */
export async function readLastAuditRun(tx: Transaction): Promise<{ at: Instant; findings: number } | null> {
  const [row] = await tx.query<{ at: Instant; findings: number }>(
    `select at, jsonb_array_length(findings) as findings from audit_run where jurisdiction_id = $1
     order by at desc limit 1`,
    [tx.scope.jurisdictionId],
  );
  return row ?? null;
}
