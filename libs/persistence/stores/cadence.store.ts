import { json, type Transaction } from '../transaction.js';

/** What plan, action and task say of how often, as it was written; `#accountability` knows its shape. */
export interface CadencesOfTask {
  taskId: string;
  policyVersion: number;
  plan: unknown[];
  action: unknown[];
  task: unknown[];
  replacements: unknown[];
}

export const cadencesOfTasks = (tx: Transaction, taskIds: readonly string[]): Promise<CadencesOfTask[]> =>
  tx.query<CadencesOfTask>(
    `select t.id as "taskId", t.policy_version as "policyVersion", p.cadences as plan, a.cadences as action,
       t.cadences as task, t.cadence_replacements as replacements
     from task t
       join plan p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.plan_id
       join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
     where t.jurisdiction_id = $1 and t.id = any ($2::uuid[]) order by t.id`,
    [tx.scope.jurisdictionId, taskIds],
  );

/** What every task of an action inherits. */
export async function inheritedCadences(
  tx: Transaction,
  actionId: string,
): Promise<{ plan: unknown[]; action: unknown[] }> {
  const [row] = await tx.query<{ plan: unknown[]; action: unknown[] }>(
    `select p.cadences as plan, a.cadences as action
     from action a join plan p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.plan_id
     where a.jurisdiction_id = $1 and a.id = $2`,
    [tx.scope.jurisdictionId, actionId],
  );
  return row ?? { plan: [], action: [] };
}

/** A task's own cadences, as headquarters says them while it lives. */
export async function setTaskCadences(
  tx: Transaction,
  taskId: string,
  cadences: readonly unknown[] | null,
  replacements: readonly unknown[] | null,
): Promise<void> {
  await tx.execute(
    `update task set cadences = coalesce($3::jsonb, cadences),
       cadence_replacements = coalesce($4::jsonb, cadence_replacements)
     where jurisdiction_id = $1 and id = $2`,
    [
      tx.scope.jurisdictionId,
      taskId,
      cadences === null ? null : json(cadences),
      replacements === null ? null : json(replacements),
    ],
  );
}
