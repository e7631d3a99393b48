import type { CivilDate, Instant } from '#calendar';
import { json, type Transaction } from '../transaction.js';
import { insertIndicators, insertResponsibilities, type ResponsibilityWrite } from './plan.store.js';
import type { RecordedIndicator } from './plan-amendment.store.js';

/** Where a task stood in one text of its plan, and in what words. */
export interface TaskPlace {
  taskId: string;
  actionCode: string;
  actionName: string;
  section: string;
  number: string;
  title: string;
  titleIsLabel: boolean;
  place: unknown;
  text: string | null;
}

export interface PlanRevisionWrite {
  planId: string;
  number: number;
  reviewId: string | null;
  documentId: string | null;
  title: string;
  documentNumber: string | null;
  issuedBy: string | null;
  issuedOn: CivilDate | null;
  sourceHash: string | null;
  sourceText: string | null;
  places: readonly TaskPlace[];
  inForceAt: Instant | null;
  putInForceBy: string | null;
}

export async function insertPlanRevision(tx: Transaction, row: PlanRevisionWrite): Promise<void> {
  await tx.execute(
    `insert into plan_revision (jurisdiction_id, plan_id, number, review_id, document_id, title, document_number,
       issued_by, issued_on, source_hash, source_text, places, in_force_at, put_in_force_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.scope.jurisdictionId,
      row.planId,
      row.number,
      row.reviewId,
      row.documentId,
      row.title,
      row.documentNumber,
      row.issuedBy,
      row.issuedOn,
      row.sourceHash,
      row.sourceText,
      json(row.places),
      row.inForceAt,
      row.putInForceBy,
    ],
  );
}

export interface PlanTextWrite {
  planId: string;
  title: string;
  documentNumber: string | null;
  issuedBy: string | null;
  issuedOn: CivilDate | null;
  sourceHash: string;
  sourceText: string;
  cadences: readonly unknown[];
  headlineTargets: readonly unknown[];
}

/** What the plan's text in force says of the plan as a whole. Its code and its year are its own and stay. */
export async function replacePlanText(tx: Transaction, row: PlanTextWrite): Promise<void> {
  await tx.execute(
    `update plan set title = $3, document_number = $4, issued_by = $5, issued_on = coalesce($6, issued_on),
       source_hash = $7, source_text = $8, cadences = $9, headline_targets = $10
     where jurisdiction_id = $1 and id = $2`,
    [
      tx.scope.jurisdictionId,
      row.planId,
      row.title,
      row.documentNumber,
      row.issuedBy,
      row.issuedOn,
      row.sourceHash,
      row.sourceText,
      json(row.cadences),
      json(row.headlineTargets),
    ],
  );
}

export interface ActionTextWrite {
  id: string;
  number: string;
  name: string;
  position: number;
  goals: readonly unknown[];
  /** Left out: as they were. */
  cadences?: readonly unknown[];
  taskForce: unknown;
  officeUnitId: string | null;
}

/** An action as the text in force prints it; its code stays, and its office where the text names none that is known. */
export async function replaceActionTexts(tx: Transaction, rows: readonly ActionTextWrite[]): Promise<void> {
  await tx.execute(
    `update action a set number = w.number, name = w.name, position = w.position, goals = w.goals,
       task_force = coalesce(nullif(w."taskForce", 'null'::jsonb), a.task_force),
       office_unit_id = coalesce(w."officeUnitId", a.office_unit_id), cadences = coalesce(w.cadences, a.cadences)
     from jsonb_to_recordset($1::jsonb) as w (id uuid, number text, name text, position integer, goals jsonb,
       "taskForce" jsonb, "officeUnitId" uuid, cadences jsonb)
     where a.jurisdiction_id = $2 and a.id = w.id`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

export interface TaskTextWrite {
  id: string;
  actionId: string;
  section: string;
  number: string;
  title: string;
  titleIsLabel: boolean;
  place: unknown;
  text: string;
  deadlineInferred: boolean;
  ongoing: boolean;
  cadences: readonly unknown[];
  /** Left out: as they were. */
  cadenceReplacements?: readonly unknown[];
}

/**
 * Tasks as the text in force has them; what their statecharts know is none of this. How often headquarters has decided
 * of a running task stays.
 */
export async function replaceTaskTexts(tx: Transaction, rows: readonly TaskTextWrite[]): Promise<void> {
  await tx.execute(
    `update task t set action_id = w."actionId", section = w.section, number = w.number, title = w.title,
       title_is_label = w."titleIsLabel", place = w.place, text = w.text, deadline_inferred = w."deadlineInferred",
       ongoing = w.ongoing,
       cadences = w.cadences || coalesce((select jsonb_agg(c) from jsonb_array_elements(t.cadences) c
         where c ? 'decidedAt'), '[]'),
       cadence_replacements = coalesce(w."cadenceReplacements", t.cadence_replacements)
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "actionId" uuid, section text, number text, title text,
       "titleIsLabel" boolean, place jsonb, text text, "deadlineInferred" boolean, ongoing boolean, cadences jsonb,
       "cadenceReplacements" jsonb)
     where t.jurisdiction_id = $2 and t.id = w.id`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

/** Units of some tasks as the text in force prints them, in its order and with its desks. */
export async function reprintUnits(
  tx: Transaction,
  printed: readonly { taskId: string; kind: 'lead' | 'support'; units: readonly ResponsibilityWrite[] }[],
): Promise<void> {
  await tx.execute(
    `delete from responsibility r using jsonb_to_recordset($1::jsonb) as w ("taskId" uuid, kind text)
     where r.jurisdiction_id = $2 and r.task_id = w."taskId" and r.kind = w.kind`,
    [json(printed.map(({ taskId, kind }) => ({ taskId, kind }))), tx.scope.jurisdictionId],
  );
  await insertResponsibilities(
    tx,
    printed.flatMap(({ units }) => units),
  );
}

/** The indicators of some tasks anew. A position that readings were reported for is never another indicator's. */
export async function reprintIndicators(
  tx: Transaction,
  printed: readonly { taskId: string; indicators: readonly RecordedIndicator[] }[],
): Promise<void> {
  await tx.execute('delete from indicator where jurisdiction_id = $1 and task_id = any ($2::uuid[])', [
    tx.scope.jurisdictionId,
    printed.map(({ taskId }) => taskId),
  ]);
  await insertIndicators(
    tx,
    printed.flatMap(({ taskId, indicators }) => indicators.map((one) => ({ ...one, taskId }))),
  );
}

/** The text of tasks that were just put into the record, which `insertTasks` leaves open. */
export async function setTaskTexts(
  tx: Transaction,
  rows: readonly { id: string; text: string }[],
): Promise<void> {
  await tx.execute(
    `update task t set text = w.text from jsonb_to_recordset($1::jsonb) as w (id uuid, text text)
     where t.jurisdiction_id = $2 and t.id = w.id`,
    [json(rows), tx.scope.jurisdictionId],
  );
}
