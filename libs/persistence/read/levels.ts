import type { Transaction } from '../transaction.js';

/** What each policy version of the jurisdiction says of levels, oldest first; null: nothing, the usual ones hold. */
export const readLevels = (tx: Transaction): Promise<{ version: number; levels: unknown }[]> =>
  tx.query(
    `select version, body -> 'levels' as levels from policy_version where jurisdiction_id = $1 order by version`,
    [tx.scope.jurisdictionId],
  );
