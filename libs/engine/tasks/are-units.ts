import type { Transaction } from '#persistence';

/** Whether all of them are single units of the directory. */
export async function areUnits(tx: Transaction, unitIds: readonly string[]): Promise<boolean> {
  if (unitIds.length === 0) return true;
  const known = await tx.query<{ id: string }>(
    'select id from unit where id = any($1::uuid[]) and not is_group',
    [unitIds],
  );
  return known.length === new Set(unitIds).size;
}
