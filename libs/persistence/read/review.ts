import type { Instant } from '#calendar';
import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';

export interface ReviewRow {
  obligation_id: string;
  version: number;
  due_at: Instant;
  late: boolean;
  silent_at: Instant | null;
  plan_id: string;
  plan_code: string;
  action_code: string;
  task_id: string;
  task_code: string;
  task_title: string;
  expected: number;
}

/** Reports that wait for the task-force office, as a list reads them: ReviewRow. */
export const REVIEWS: ListSource = {
  table: 'obligation',
  alias: 'o',
  base: `join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
       join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
       left join deadline d on d.jurisdiction_id = o.jurisdiction_id and d.subject_kind = 'obligation'
         and d.subject_id = o.id and d.name = 'silentAcceptance' and d.state = 'armed'`,
  where: "o.kind = 'taskReport' and o.state = 'submitted'",
  columns: `o.id as obligation_id, o.version, o.due_at,
       coalesce((o.snapshot #>> '{context,late}')::boolean, false) as late, d.projected_at as silent_at,
       t.plan_id, p.code as plan_code, a.code as action_code,
       t.id as task_id, t.code as task_code, t.title as task_title, t.expected`,
  joins: 'join plan p on p.jurisdiction_id = o.jurisdiction_id and p.id = o.plan_id',
};

export interface ObligationRow {
  id: string;
  state: string;
  version: number;
  late: boolean;
  task_id: string;
  unit_id: string;
}

export async function readObligation(tx: Transaction, obligationId: string): Promise<ObligationRow | null> {
  const [row] = await tx.query<ObligationRow>(
    `select o.id, o.state, o.version, o.task_id, o.unit_id,
       coalesce((o.snapshot #>> '{context,late}')::boolean, false) as late
     from obligation o where o.jurisdiction_id = $1 and o.id = $2 and o.kind = 'taskReport'`,
    [tx.scope.jurisdictionId, obligationId],
  );
  return row ?? null;
}
