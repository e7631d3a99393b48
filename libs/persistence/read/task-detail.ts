import type { CivilDate } from '#calendar';
import type { Transaction } from '../transaction.js';
import { TASK_COLUMNS, TASK_JOINS } from './task-columns.js';
import type { TaskRow } from './task-row.js';

export interface CadenceRow {
  kind: string;
  every: string;
}

export interface TaskDetailRow extends TaskRow {
  place: Record<string, unknown>;
  text: string | null;
  start_on: CivilDate | null;
  cadences: CadenceRow[];
  snapshot: { value: unknown; context: Record<string, unknown> };
  plan_code: string;
  plan_title: string;
  document_number: string | null;
  plan_cadences: CadenceRow[];
}

/** Whether the transaction's scope may see the task. */
export async function taskIsVisible(tx: Transaction, taskId: string): Promise<boolean> {
  const rows = await tx.query('select from task where jurisdiction_id = $1 and id = $2', [
    tx.scope.jurisdictionId,
    taskId,
  ]);
  return rows.length > 0;
}

/** One task whole; null where there is none, or none that the transaction's scope may see. */
export async function readTask(tx: Transaction, taskId: string): Promise<TaskDetailRow | null> {
  const [row] = await tx.query<TaskDetailRow>(
    `select ${TASK_COLUMNS}, t.place, t.text, t.start_on, t.cadences, t.snapshot,
       p.code as plan_code, p.title as plan_title, p.document_number, p.cadences as plan_cadences
     from task t join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
       join plan p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.plan_id ${TASK_JOINS}
     where t.jurisdiction_id = $1 and t.id = $2`,
    [tx.scope.jurisdictionId, taskId],
  );
  return row ?? null;
}
