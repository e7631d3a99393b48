import type { Transaction } from '../transaction.js';

/** What is said of a task in a document for other systems. */
export interface OutgoingTask {
  id: string;
  code: string;
  number: string | null;
  title: string;
  planId: string;
  planTitle: string;
  units: { unitId: string; name: string; kind: 'lead' | 'support' }[];
}

export const outgoingTasks = (tx: Transaction, ids: readonly string[]): Promise<OutgoingTask[]> =>
  tx.query(
    `select t.id, t.code, t.number, t.title, t.plan_id as "planId", p.title as "planTitle",
       coalesce((select jsonb_agg(distinct jsonb_build_object('unitId', u.id, 'name', u.name, 'kind', r.kind))
         from responsibility r join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
         where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id), '[]') as units
     from task t join plan p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.plan_id
     where t.jurisdiction_id = $1 and t.id = any($2::uuid[])`,
    [tx.scope.jurisdictionId, [...ids]],
  );

export interface OutgoingObligation {
  id: string;
  kind: string;
  duty: string;
  period: string;
  dueAt: string;
  unitId: string;
  unitName: string;
  taskId: string | null;
  taskCode: string | null;
  taskTitle: string | null;
  planId: string;
  planTitle: string;
}

export const outgoingObligations = (tx: Transaction, ids: readonly string[]): Promise<OutgoingObligation[]> =>
  tx.query(
    `select o.id, o.kind, o.duty, o.period, o.due_at as "dueAt", o.unit_id as "unitId", u.name as "unitName",
       o.task_id as "taskId", t.code as "taskCode", t.title as "taskTitle", o.plan_id as "planId", p.title as "planTitle"
     from obligation o join unit u on u.jurisdiction_id = o.jurisdiction_id and u.id = o.unit_id
       join plan p on p.jurisdiction_id = o.jurisdiction_id and p.id = o.plan_id
       left join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
     where o.jurisdiction_id = $1 and o.id = any($2::uuid[])`,
    [tx.scope.jurisdictionId, [...ids]],
  );

export interface OutgoingNotice {
  id: string;
  kind: string;
  rung: string;
  colour: string | null;
  number: string | null;
  title: string;
  body: string;
  issuedAt: string | null;
  subjectKind: string;
  subjectId: string;
  unitId: string;
  unitName: string;
  planId: string;
  planTitle: string;
}

export const outgoingNotices = (tx: Transaction, ids: readonly string[]): Promise<OutgoingNotice[]> =>
  tx.query(
    `select n.id, n.kind, n.rung, n.colour, n.number, n.title, n.body, n.issued_at as "issuedAt",
       n.subject_kind as "subjectKind", n.subject_id as "subjectId", n.unit_id as "unitId", u.name as "unitName",
       n.plan_id as "planId", p.title as "planTitle"
     from notice n join unit u on u.jurisdiction_id = n.jurisdiction_id and u.id = n.unit_id
       join plan p on p.jurisdiction_id = n.jurisdiction_id and p.id = n.plan_id
     where n.jurisdiction_id = $1 and n.id = any($2::uuid[])`,
    [tx.scope.jurisdictionId, [...ids]],
  );
