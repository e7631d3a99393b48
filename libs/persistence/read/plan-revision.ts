import type { CivilDate, Instant } from '#calendar';
import type { TaskPlace } from '../stores/plan-revision.store.js';
import type { Transaction } from '../transaction.js';

export interface PlanRevisionRow {
  number: number;
  title: string;
  document_number: string | null;
  issued_by: string | null;
  issued_on: CivilDate | null;
  source_hash: string | null;
  /** Null: from the beginning of the plan. */
  in_force_at: Instant | null;
  put_in_force_by: string | null;
  put_in_force_by_name: string | null;
  review_id: string | null;
}

/** The texts of a plan that were ever in force, the first one first; none where the plan was never amended. */
export function listPlanRevisions(tx: Transaction, planId: string): Promise<PlanRevisionRow[]> {
  return tx.query<PlanRevisionRow>(
    `select v.number, v.title, v.document_number, v.issued_by, v.issued_on, v.source_hash, v.in_force_at,
       v.put_in_force_by, p.name as put_in_force_by_name, v.review_id
     from plan_revision v
       left join person p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.put_in_force_by
     where v.jurisdiction_id = $1 and v.plan_id = $2 order by v.number`,
    [tx.scope.jurisdictionId, planId],
  );
}

/** A text of a plan as it was published, with where each task stood in it. */
export async function readPlanRevision(
  tx: Transaction,
  planId: string,
  number: number,
): Promise<{ text: string | null; places: TaskPlace[] } | null> {
  const [row] = await tx.query<{ text: string | null; places: TaskPlace[] }>(
    `select source_text as text, places from plan_revision
     where jurisdiction_id = $1 and plan_id = $2 and number = $3`,
    [tx.scope.jurisdictionId, planId, number],
  );
  return row ?? null;
}

/**
 * Where a task stood when something happened to it, and in what words: in the last text by then that has it. Null where
 * the plan was never amended (then it stands where it always stood), or the task was in no text by then.
 */
export async function placeOfTaskAt(
  tx: Transaction,
  taskId: string,
  at: Instant,
): Promise<(TaskPlace & { revision: number }) | null> {
  const [row] = await tx.query<{ number: number; place: TaskPlace }>(
    `select v.number, stood.value as place
     from task t
       join plan_revision v on v.jurisdiction_id = t.jurisdiction_id and v.plan_id = t.plan_id
       cross join jsonb_array_elements(v.places) stood
     where t.jurisdiction_id = $1 and t.id = $2 and (v.in_force_at is null or v.in_force_at <= $3)
       and stood.value ->> 'taskId' = t.id::text
     order by v.number desc limit 1`,
    [tx.scope.jurisdictionId, taskId, at],
  );
  return row === undefined ? null : { ...row.place, revision: row.number };
}
