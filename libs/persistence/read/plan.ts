import type { CivilDate } from '#calendar';
import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';
import type { CadenceRow } from './task-detail.js';

export interface PlanRow {
  id: string;
  code: string;
  title: string;
  document_number: string | null;
  issued_by: string | null;
  issued_on: CivilDate | null;
  year: number;
  task_count: number;
  source_attached: boolean;
  cadences: CadenceRow[];
}

export interface ActionRow {
  id: string;
  code: string;
  number: string | null;
  name: string;
  task_force_name: string | null;
  office_unit_id: string | null;
  office_unit_name: string | null;
}

const COLUMNS = `p.id, p.code, p.title, p.document_number, p.issued_by, p.issued_on, p.year, p.cadences,
    p.source_text is not null as source_attached,
    (select count(*)::int from task t where t.jurisdiction_id = p.jurisdiction_id and t.plan_id = p.id) as task_count`;
const PLAN = `select ${COLUMNS} from plan p`;

/** Plans as a list reads them: PlanRow. The counts are of what the scope may see. */
export const PLANS: ListSource = { table: 'plan', alias: 'p', columns: COLUMNS };

export async function readPlan(tx: Transaction, planId: string): Promise<PlanRow | null> {
  const [row] = await tx.query<PlanRow>(`${PLAN} where p.jurisdiction_id = $1 and p.id = $2`, [
    tx.scope.jurisdictionId,
    planId,
  ]);
  return row ?? null;
}

/** The published text, if it was attached; undefined where there is no such plan. */
export async function readPlanText(tx: Transaction, planId: string): Promise<string | null | undefined> {
  const [row] = await tx.query<{ text: string | null }>(
    'select source_text as text from plan where jurisdiction_id = $1 and id = $2',
    [tx.scope.jurisdictionId, planId],
  );
  return row?.text;
}

/** The actions of a plan in its order. */
export function listActions(tx: Transaction, planId: string): Promise<ActionRow[]> {
  return tx.query<ActionRow>(
    `select a.id, a.code, a.number, a.name, a.task_force ->> 'name' as task_force_name,
       a.office_unit_id, u.name as office_unit_name
     from action a left join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.office_unit_id
     where a.jurisdiction_id = $1 and a.plan_id = $2 order by a.position`,
    [tx.scope.jurisdictionId, planId],
  );
}

/** Periods of a plan whose reports have been asked for by now, latest first. */
export function listReportedPeriods(
  tx: Transaction,
  planId: string,
  now: string,
): Promise<{ period: string }[]> {
  return tx.query<{ period: string }>(
    `select s.period from sitting s where s.jurisdiction_id = $1 and s.plan_id = $2 and s.duty = 'taskReport' and s.opens_at <= $3
     group by s.period order by max(s.due_at) desc limit 60`,
    [tx.scope.jurisdictionId, planId, now],
  );
}
