import type { Transaction } from '../transaction.js';

/** The state a task or an obligation is in now, and the version; null where it is not visible. */
export async function readSubjectState(
  tx: Transaction,
  kind: 'task' | 'obligation',
  id: string,
): Promise<{ state: string; version: number } | null> {
  const table = kind === 'task' ? 'task' : 'obligation';
  const [row] = await tx.query<{ state: string; version: number }>(
    `select state, version from ${table} where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}
