import type { Transaction } from '#persistence';

/** Tasks under way that a unit leads, is to lead, or is waited for in: what goes to its successor. Ids, in order. */
export async function tasksToHandOver(tx: Transaction, unitId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from task
     where (state in ('dispatched', 'disputed', 'inProgress', 'suspended') or state like 'closing.%') and (
       snapshot #> '{context,leadUnitIds}' ? $1 or snapshot #>> '{context,blockage,byUnitId}' = $1
       or snapshot #> '{context,handover,toUnitIds}' ? $1)
     order by id`,
    [unitId],
  );
  return rows.map(({ id }) => id);
}
