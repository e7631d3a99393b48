import { json, type Transaction } from '../transaction.js';

/** An action as a duty about it needs to know it. */
export interface DutyAction {
  id: string;
  code: string;
  name: string;
  officeUnitId: string | null;
}

export const actionsOfPlan = (tx: Transaction, planId: string): Promise<DutyAction[]> =>
  tx.query<DutyAction>(
    'select id, code, name, office_unit_id as "officeUnitId" from action where plan_id = $1 order by position',
    [planId],
  );

/** The lines of duties that this task keeps going. */
export const dutyLinesKeptBy = (
  tx: Transaction,
  planId: string,
  taskId: string,
): Promise<{ id: string; duty: string; cadence: string }[]> =>
  tx.query(
    `select l.id, l.duty, l.cadence from reporting_line l where l.plan_id = $1 and l.duty <> 'taskReport'
       and exists (select from jsonb_array_elements(l.snapshot #> '{context,items}') item
         where item->'live' @> to_jsonb($2::text)) order by l.id`,
    [planId, taskId],
  );

/** What was asked for once on a task and is not done with. */
export async function openRequestsOn(tx: Transaction, taskId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from obligation where task_id = $1 and kind = 'requestedReport'
       and state in ('scheduled', 'open', 'submitted', 'returned') order by id`,
    [taskId],
  );
  return rows.map(({ id }) => id);
}

/** Something owed besides the reports, as filing it needs to know it. */
export interface OwedDuty {
  obligationId: string;
  lineId: string | null;
  planId: string;
  taskId: string | null;
  unitId: string;
  askedByUnitId: string | null;
  kind: string;
  duty: string;
  period: string;
  periodStart: string | null;
  dueAt: string;
  state: string;
  revision: number;
}

export async function owedDuty(tx: Transaction, obligationId: string): Promise<OwedDuty | null> {
  const [row] = await tx.query<OwedDuty>(
    `select o.id as "obligationId", s.reporting_line_id as "lineId", o.plan_id as "planId", o.task_id as "taskId",
       o.unit_id as "unitId", o.asked_by_unit_id as "askedByUnitId", o.kind, o.duty, o.period,
       s.period_start as "periodStart", o.due_at as "dueAt", o.state,
       (o.snapshot->'context'->>'revision')::integer as revision
     from obligation o left join sitting s on s.jurisdiction_id = o.jurisdiction_id and s.id = o.sitting_id
     where o.id = $1 and o.kind <> 'taskReport'`,
    [obligationId],
  );
  return row ?? null;
}

/** The action that a duty is about; null: a plan's, or there is none. */
export async function actionOfDuty(tx: Transaction, obligationId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string | null }>(
    'select action_id as id from obligation where jurisdiction_id = $1 and id = $2',
    [tx.scope.jurisdictionId, obligationId],
  );
  return row?.id ?? null;
}

export interface DutyRecordWrite {
  id: string;
  obligationId: string;
  unitId: string;
  askedByUnitId: string | null;
  kind: string;
  revision: number;
  body: unknown;
  filedBy: string | null;
  filedAt: string;
}

export async function insertDutyRecord(tx: Transaction, row: DutyRecordWrite): Promise<void> {
  await tx.execute(
    `insert into duty_record (jurisdiction_id, id, obligation_id, unit_id, asked_by_unit_id, kind, revision, body, filed_by,
       filed_at) values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.obligationId,
      row.unitId,
      row.askedByUnitId,
      row.kind,
      row.revision,
      json(row.body),
      row.filedBy,
      row.filedAt,
    ],
  );
}

export interface PartRequest {
  id: string;
  planId: string;
  taskId: string;
  unitId: string;
  askedByUnitId: string;
  cadence: string;
  once: boolean;
  words: string;
  askedAt: string;
  askedBy: string | null;
}

export async function insertPartRequest(tx: Transaction, row: PartRequest): Promise<void> {
  await tx.execute(
    `insert into part_request (jurisdiction_id, id, plan_id, task_id, unit_id, asked_by_unit_id, cadence, once, words,
       asked_at, asked_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.planId,
      row.taskId,
      row.unitId,
      row.askedByUnitId,
      row.cadence,
      row.once,
      row.words,
      row.askedAt,
      row.askedBy,
    ],
  );
}

export async function withdrawPartRequest(
  tx: Transaction,
  id: string,
  at: string,
  by: string | null,
): Promise<void> {
  await tx.execute(
    'update part_request set withdrawn_at = $3, withdrawn_by = $4 where jurisdiction_id = $1 and id = $2',
    [tx.scope.jurisdictionId, id, at, by],
  );
}

export async function partRequest(
  tx: Transaction,
  id: string,
): Promise<(PartRequest & { withdrawnAt: string | null }) | null> {
  const [row] = await tx.query<PartRequest & { withdrawnAt: string | null }>(
    `select id, plan_id as "planId", task_id as "taskId", unit_id as "unitId", asked_by_unit_id as "askedByUnitId", cadence,
       once, words, asked_at as "askedAt", asked_by as "askedBy", withdrawn_at as "withdrawnAt" from part_request where id = $1`,
    [id],
  );
  return row ?? null;
}
