import type { Transaction } from '../transaction.js';

export interface LedgerPlanRow {
  title: string;
  documentNumber: string | null;
  policyVersion: number;
}

export async function ledgerPlan(tx: Transaction, planId: string): Promise<LedgerPlanRow | null> {
  const [row] = await tx.query<LedgerPlanRow>(
    'select title, document_number as "documentNumber", policy_version as "policyVersion" from plan where id = $1',
    [planId],
  );
  return row ?? null;
}

export interface LedgerTaskRow {
  id: string;
  actionId: string;
  actionCode: string;
  actionName: string;
  office: string | null;
  code: string;
  title: string;
  state: string;
  startOn: string | null;
  deadlineOn: string;
  snapshot: { value: unknown; context: Record<string, unknown> };
  leads: { id: string; name: string }[];
  supports: string[];
}

/** The tasks of a plan in the order of the plan, with the names of their units. */
export const ledgerTasks = (tx: Transaction, planId: string): Promise<LedgerTaskRow[]> =>
  tx.query<LedgerTaskRow>(
    `select t.id, a.id as "actionId", a.code as "actionCode", a.name as "actionName", o.name as office, t.code, t.title, t.state,
       t.start_on as "startOn", t.deadline_on as "deadlineOn", t.snapshot,
       (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by r.position), '[]')
        from responsibility r join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
        where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.kind = 'lead') as leads,
       (select coalesce(jsonb_agg(r.printed_name order by r.position), '[]') from responsibility r
        where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.kind = 'support') as supports
     from task t join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
       left join unit o on o.jurisdiction_id = a.jurisdiction_id and o.id = a.office_unit_id
     where t.plan_id = $1 order by a.position, t.code`,
    [planId],
  );

export interface LedgerFilingRow {
  taskId: string;
  unitId: string;
  unit: string;
  state: string;
  periodStart: string;
  periodEnd: string;
  dueAt: string;
  filedAt: string | null;
  late: boolean;
  progress: number | null;
  noChange: boolean | null;
  done: string | null;
  problems: string | null;
  nextSteps: string | null;
  /** What the same unit had reported on the task for the period before. */
  progressBefore: number | null;
}

/** What was owed and filed for a period of the plan, each with its latest report and the figure before it. */
export const ledgerFilings = (tx: Transaction, planId: string, period: string): Promise<LedgerFilingRow[]> =>
  tx.query<LedgerFilingRow>(
    `select o.task_id as "taskId", u.id as "unitId", u.name as unit, o.state, s.period_start as "periodStart", s.period_end as "periodEnd",
       o.due_at as "dueAt", o.snapshot->'context'->>'filedAt' as "filedAt",
       coalesce((o.snapshot->'context'->>'late')::boolean, false) as late,
       r.progress, r.no_change as "noChange", r.done, r.problems, r.next_steps as "nextSteps",
       (select b.progress from progress_report b where b.jurisdiction_id = o.jurisdiction_id and b.task_id = o.task_id
          and b.unit_id = o.unit_id and b.obligation_id <> o.id and b.filed_at <= coalesce(r.filed_at, o.due_at)
        order by b.filed_at desc, b.revision desc limit 1) as "progressBefore"
     from obligation o join sitting s on s.jurisdiction_id = o.jurisdiction_id and s.id = o.sitting_id
       join unit u on u.jurisdiction_id = o.jurisdiction_id and u.id = o.unit_id
       left join lateral (select * from progress_report r where r.jurisdiction_id = o.jurisdiction_id and r.obligation_id = o.id
         order by r.revision desc limit 1) r on true
     where s.plan_id = $1 and s.period = $2 and o.kind = 'taskReport' order by o.task_id, u.code`,
    [planId, period],
  );

/** The rung that each unit stands on, where it stands on one. */
export const ledgerRungs = (
  tx: Transaction,
  planId: string,
): Promise<{ unitId: string; rung: number; colour: string | null; policyVersion: number }[]> =>
  tx.query(
    `select unit_id as "unitId", rung, colour, policy_version as "policyVersion" from reporting_line
     where plan_id = $1 and duty = 'taskReport' and rung > 0`,
    [planId],
  );
