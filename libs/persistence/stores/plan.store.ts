import { json, type Transaction } from '../transaction.js';
import { joinedByHash } from './joined-by-hash.js';

export interface PlanWrite {
  id: string;
  code: string;
  title: string;
  documentNumber: string | null;
  issuedBy: string | null;
  issuedOn: string | null;
  year: number;
  sourceHash: string | null;
  cadences: unknown[];
  headlineTargets: unknown[];
  policyVersion: number;
}

export async function insertPlan(tx: Transaction, plan: PlanWrite): Promise<void> {
  await tx.execute(
    `insert into plan (jurisdiction_id, id, code, title, document_number, issued_by, issued_on, year, source_hash, cadences,
       headline_targets, policy_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.scope.jurisdictionId,
      plan.id,
      plan.code,
      plan.title,
      plan.documentNumber,
      plan.issuedBy,
      plan.issuedOn,
      plan.year,
      plan.sourceHash,
      json(plan.cadences),
      json(plan.headlineTargets),
      plan.policyVersion,
    ],
  );
}

export interface ActionWrite {
  id: string;
  planId: string;
  code: string;
  number: string;
  name: string;
  position: number;
  goals: unknown[];
  /** How often its own text says; left out: it says nothing. */
  cadences?: readonly unknown[];
  taskForce: unknown;
  officeUnitId: string | null;
}

export async function insertActions(tx: Transaction, rows: readonly ActionWrite[]): Promise<void> {
  await tx.execute(
    `insert into action (jurisdiction_id, id, plan_id, code, number, name, position, goals, cadences, task_force, office_unit_id)
     select $2, w.id, w."planId", w.code, w.number, w.name, w.position, w.goals, coalesce(w.cadences, '[]'), w."taskForce",
       w."officeUnitId"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "planId" uuid, code text, number text, name text, position integer,
       goals jsonb, cadences jsonb, "taskForce" jsonb, "officeUnitId" uuid)`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

export interface TaskWrite {
  id: string;
  planId: string;
  actionId: string;
  code: string;
  section: string;
  number: string;
  title: string;
  titleIsLabel: boolean;
  place: unknown;
  deadlineOn: string;
  deadlineInferred: boolean;
  ongoing: boolean;
  needsAssignment: boolean;
  cadences: readonly unknown[];
  /** Where a cadence of its own replaces an inherited one; left out: nowhere. */
  cadenceReplacements?: readonly unknown[];
  state: string;
  machineVersion: number;
  policyVersion: number;
  calendarVersion: number;
  snapshot: unknown;
  version: number;
  headHash: string;
}

export async function insertTasks(tx: Transaction, rows: readonly TaskWrite[]): Promise<void> {
  await tx.execute(
    `insert into task (jurisdiction_id, id, plan_id, action_id, code, section, number, title, title_is_label, place, deadline_on,
       original_deadline_on, deadline_inferred, ongoing, needs_assignment, cadences, cadence_replacements, state, machine_version, policy_version,
       calendar_version, snapshot, version, head_hash)
     select $2, w.id, w."planId", w."actionId", w.code, w.section, w.number, w.title, w."titleIsLabel", w.place, w."deadlineOn",
       w."deadlineOn", w."deadlineInferred", w.ongoing, w."needsAssignment", w.cadences,
       coalesce(w."cadenceReplacements", '[]'), w.state, w."machineVersion",
       w."policyVersion", w."calendarVersion", w.snapshot, w.version, w."headHash"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "planId" uuid, "actionId" uuid, code text, section text, number text,
       title text, "titleIsLabel" boolean, place jsonb, "deadlineOn" date, "deadlineInferred" boolean, ongoing boolean,
       "needsAssignment" boolean, cadences jsonb, "cadenceReplacements" jsonb, state text, "machineVersion" integer, "policyVersion" integer,
       "calendarVersion" integer, snapshot jsonb, version integer, "headHash" text)`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

export interface ResponsibilityWrite {
  taskId: string;
  unitId: string;
  desk: string;
  kind: 'lead' | 'support';
  printedName: string;
  position: number;
}

export async function insertResponsibilities(
  tx: Transaction,
  rows: readonly ResponsibilityWrite[],
): Promise<void> {
  await tx.execute(
    `insert into responsibility (jurisdiction_id, task_id, unit_id, desk, kind, printed_name, position)
     select $2, w."taskId", w."unitId", w.desk, w.kind, w."printedName", w.position
     from jsonb_to_recordset($1::jsonb) as w ("taskId" uuid, "unitId" uuid, desk text, kind text, "printedName" text, position integer)
     on conflict do nothing`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

export interface IndicatorWrite {
  taskId: string;
  position: number;
  name: string;
  comparator: string;
  value: number;
  upper: number | null;
  unit: string;
  per: string | null;
}

export async function insertIndicators(tx: Transaction, rows: readonly IndicatorWrite[]): Promise<void> {
  await tx.execute(
    `insert into indicator (jurisdiction_id, task_id, position, name, comparator, value, upper, unit, per)
     select $2, w."taskId", w.position, w.name, w.comparator, w.value, w.upper, w.unit, w.per
     from jsonb_to_recordset($1::jsonb) as w ("taskId" uuid, position integer, name text, comparator text, value numeric,
       upper numeric, unit text, per text)`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

export async function planByCode(
  tx: Transaction,
  code: string,
): Promise<{ id: string; sourceHash: string | null; attached: boolean } | null> {
  const [row] = await tx.query<{ id: string; sourceHash: string | null; attached: boolean }>(
    `select id, source_hash as "sourceHash", source_text is not null as attached from plan where code = $1`,
    [code],
  );
  return row ?? null;
}

/** What tells the plans of the jurisdiction apart; `''` where a plan does not say. */
export const planIdentities = (
  tx: Transaction,
): Promise<{ title: string; documentNumber: string; issuedBy: string; year: number }[]> =>
  tx.query(
    `select title, coalesce(document_number, '') as "documentNumber", coalesce(issued_by, '') as "issuedBy", year
     from plan where jurisdiction_id = $1 order by year desc, code`,
    [tx.scope.jurisdictionId],
  );

export async function planBySourceHash(
  tx: Transaction,
  hash: string,
): Promise<{ id: string; code: string } | null> {
  const [row] = await tx.query<{ id: string; code: string }>(
    'select id, code from plan where source_hash = $1',
    [hash],
  );
  return row ?? null;
}

/** Puts the source text beside the plan, and each task's sentences beside the task; offsets count code points. */
export const attachPlanText = (tx: Transaction, planId: string, text: string): Promise<number> =>
  tx.execute('update plan set source_text = $3 where jurisdiction_id = $1 and id = $2', [
    tx.scope.jurisdictionId,
    planId,
    text,
  ]);

/** Tasks' own words. */
export async function attachTaskTexts(
  tx: Transaction,
  tasks: readonly { id: string; text: string }[],
): Promise<void> {
  await joinedByHash(tx, tasks, () =>
    tx.execute(
      `update task t set text = w.text from jsonb_to_recordset($1::jsonb) as w (id uuid, text text)
     where t.jurisdiction_id = $2 and t.id = w.id`,
      [json(tasks), tx.scope.jurisdictionId],
    ),
  );
}

export const taskCodesOfPlan = async (tx: Transaction, planId: string): Promise<string[]> =>
  (
    await tx.query<{ code: string }>('select code from task where jurisdiction_id = $1 and plan_id = $2', [
      tx.scope.jurisdictionId,
      planId,
    ])
  ).map(({ code }) => code);

/** The policy that a plan was put in force under. @throws Error where there is no such plan */
export async function policyVersionOfPlan(tx: Transaction, planId: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'select policy_version as version from plan where jurisdiction_id = $1 and id = $2',
    [tx.scope.jurisdictionId, planId],
  );
  if (row === undefined) throw new Error(`there is no plan ${planId}`);
  return row.version;
}
