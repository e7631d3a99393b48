import { json, type Transaction } from '../transaction.js';

/** Lets one auditor at a time ask about a jurisdiction, and tells when the last one did. */
export async function lockAudit(tx: Transaction): Promise<string | null> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('luoshi auditor ' || $1, 0))`, [
    tx.scope.jurisdictionId,
  ]);
  const [row] = await tx.query<{ at: string | null }>(
    'select max(at) as at from audit_run where jurisdiction_id = $1',
    [tx.scope.jurisdictionId],
  );
  return row?.at ?? null;
}

export const insertAuditRun = (tx: Transaction, at: string, findings: readonly unknown[]): Promise<number> =>
  tx.execute('insert into audit_run (jurisdiction_id, at, findings) values ($1, $2, $3)', [
    tx.scope.jurisdictionId,
    at,
    json(findings),
  ]);

/** Open incidents, by what was found. */
export const openIncidents = (tx: Transaction): Promise<{ id: string; code: string }[]> =>
  tx.query(
    `select id, split_part(idempotency_key, '/', 2) as code from alert
     where jurisdiction_id = $1 and kind = 'incident' and state = 'open'`,
    [tx.scope.jurisdictionId],
  );

export const settleIncidents = (tx: Transaction, ids: readonly string[], at: string): Promise<number> =>
  tx.execute(
    `update alert set state = 'settled', settled_at = $3 where jurisdiction_id = $1 and id = any($2::uuid[])`,
    [tx.scope.jurisdictionId, [...ids], at],
  );
