import type { CivilDate, Instant } from '#calendar';
import type { Transaction } from '#persistence';

export interface PlanRow {
  id: string;
  code: string;
  title: string;
  documentNumber: string | null;
  policyVersion: number;
  jurisdiction: string;
}

export async function planRow(tx: Transaction, planId: string): Promise<PlanRow | null> {
  const [row] = await tx.query<PlanRow>(
    `select p.id, p.code, p.title, p.document_number as "documentNumber", p.policy_version as "policyVersion",
       j.name as jurisdiction
     from plan p join jurisdiction j on j.id = p.jurisdiction_id where p.id = $1`,
    [planId],
  );
  return row ?? null;
}

export interface ActionRow {
  id: string;
  code: string;
  name: string;
  office: string | null;
  /** 专班, by the name that the plan gives it, the place as short as the plan has it elsewhere (`区实施……工作专班`). */
  taskForce: string | null;
}

/** The task force of an action `a` as it issues: 区 in the place of 张家界市武陵源区, as the plan calls its offices in its own text. */
export const TASK_FORCE = `(select coalesce(
    (select j.short_prefix || substr(a.task_force->>'name', length(place) + 1)
     from jurisdiction j, jsonb_array_elements_text(j.full_prefixes) place
     where j.id = a.jurisdiction_id and j.short_prefix <> '' and starts_with(a.task_force->>'name', place)
     order by length(place) desc limit 1), a.task_force->>'name'))`;

export const actionRows = (tx: Transaction, planId: string): Promise<ActionRow[]> =>
  tx.query<ActionRow>(
    `select a.id, a.code, a.name, u.name as office, ${TASK_FORCE} as "taskForce" from action a
       left join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.office_unit_id
     where a.plan_id = $1 order by a.position`,
    [planId],
  );

export const unitRows = (tx: Transaction): Promise<{ id: string; name: string }[]> =>
  tx.query('select id, name from unit where not is_group order by code');

export interface TaskStaticRow {
  id: string;
  code: string;
  title: string;
  actionId: string;
  originalDeadlineOn: CivilDate;
  policyVersion: number;
}

export const taskRows = (
  tx: Transaction,
  planId: string,
  taskId: string | null = null,
): Promise<TaskStaticRow[]> =>
  tx.query<TaskStaticRow>(
    `select t.id, t.code, t.title, t.action_id as "actionId", t.original_deadline_on as "originalDeadlineOn",
       t.policy_version as "policyVersion"
     from task t join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
     where t.plan_id = $1 and ($2::uuid is null or t.id = $2) order by a.position, t.code`,
    [planId, taskId],
  );

export interface TaskEventRow {
  id: string;
  type: string;
  at: Instant;
  payload: Record<string, unknown>;
}

/** Events of a task's supervision: they move its ladders, never its life or its figures. */
const SUPERVISION = `'RUNG_DUE','NOTICE_AGREED','NOTICE_ISSUED','ISSUE_OVERDUE','HELD','HOLD_EXPIRED','LIFTED','SKIPPED',
  'CARD_ANSWERED','CARD_ANSWER_OVERDUE','APPEALED','APPEAL_UPHELD','APPEAL_REJECTED','APPEAL_OVERDUE','POLICY_ADOPTED',
  'IMPORTANCE_SET','FIRST_REPORT_OVERDUE'`;

/** What happened to the tasks of a plan up to an instant, in order: one pass along the primary key. */
export const taskEvents = (
  tx: Transaction,
  taskIds: readonly string[],
  until: Instant,
): Promise<TaskEventRow[]> =>
  tx.query<TaskEventRow>(
    `select e.subject_id as id, e.type, e.at, e.payload from event e
     where e.subject_kind = 'task' and e.subject_id = any ($1::uuid[]) and e.at <= $2 and e.type not in (${SUPERVISION})
     order by e.subject_id, e.seq`,
    [taskIds, until],
  );

/** The unit whose people hold an office of a plan; the first by its code where several do. */
export async function officeName(
  tx: Transaction,
  planCode: string,
  on: CivilDate,
  role = 'headquartersOffice',
): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>(
    `select u.name from role_assignment r
       join person p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.person_id
       join unit u on u.jurisdiction_id = p.jurisdiction_id and u.id = p.unit_id
     where r.role = $3 and coalesce(r.valid_from, '-infinity') <= $2::date and coalesce(r.valid_to, 'infinity') >= $2::date
       and ((r.scope_kind = 'plan' and r.scope_id = $1) or (r.scope_kind = 'jurisdiction' and r.scope_id = r.jurisdiction_id))
     order by (r.scope_kind = 'plan') desc, u.code limit 1`,
    [planCode, on, role],
  );
  return row?.name ?? null;
}
