import type { TaskOrigin } from '#accountability';
import type { Transaction } from '#persistence';

/**
 * The tasks of a plan that are not of its published text: instructions, decisions of meetings, what was handed down, and whatever
 * was split off or merged from such.
 */
export async function addedTasks(tx: Transaction, planId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string; origin: TaskOrigin }>(
    `select id, origin from task where jurisdiction_id = $1 and plan_id = $2 and origin ->> 'kind' <> 'plan'`,
    [tx.scope.jurisdictionId, planId],
  );
  const origins = new Map(rows.map(({ id, origin }) => [id, origin]));
  const isAdded = (id: string): boolean => {
    const origin = origins.get(id);
    if (origin === undefined) return false;
    const made = origin.kind === 'split' || origin.kind === 'merge';
    return !made || (origin.taskIds ?? []).some(isAdded);
  };
  return new Set([...origins.keys()].filter(isAdded));
}
