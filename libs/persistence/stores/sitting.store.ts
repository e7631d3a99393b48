import { json, type Transaction } from '../transaction.js';

export interface SittingWrite {
  id: string;
  reportingLineId: string;
  planId: string;
  unitId: string;
  duty: string;
  period: string;
  periodStart: string;
  periodEnd: string;
  opensAt: string;
  dueAt: string;
}

/** Plans sittings; one that is there already (its tasks had left and came back) stays as it is. */
export async function insertSittings(tx: Transaction, rows: readonly SittingWrite[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into sitting (jurisdiction_id, id, reporting_line_id, plan_id, unit_id, duty, period, period_start, period_end, opens_at, due_at)
     select $2, w.id, w."reportingLineId", w."planId", w."unitId", w.duty, w.period, w."periodStart", w."periodEnd", w."opensAt", w."dueAt"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "reportingLineId" uuid, "planId" uuid, "unitId" uuid, duty text, period text,
       "periodStart" date, "periodEnd" date, "opensAt" timestamptz, "dueAt" timestamptz)
     on conflict do nothing`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

export async function markSittingFiled(
  tx: Transaction,
  id: string,
  filedAt: string,
  filedBy: string | null,
): Promise<void> {
  await tx.execute('update sitting set filed_at = $3, filed_by = $4 where jurisdiction_id = $1 and id = $2', [
    tx.scope.jurisdictionId,
    id,
    filedAt,
    filedBy,
  ]);
}

export interface SittingRead {
  id: string;
  reportingLineId: string;
  planId: string;
  unitId: string;
  duty: string;
  period: string;
  dueAt: string;
  filedAt: string | null;
  /** The unit wants its head's signature on what it files. */
  signOff: boolean;
  /** Something of it has been sent to the head, whatever became of it. */
  hasParked: boolean;
}

/** Puts sittings, and what is owed in them, where a new calendar has them. */
export async function moveSittings(
  tx: Transaction,
  rows: readonly { id: string; opensAt: string; dueAt: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `with moved as (
       update sitting s set opens_at = w."opensAt", due_at = w."dueAt"
       from jsonb_to_recordset($1::jsonb) as w (id uuid, "opensAt" timestamptz, "dueAt" timestamptz)
       where s.jurisdiction_id = $2 and s.id = w.id returning s.id, s.due_at)
     update obligation o set due_at = moved.due_at from moved where o.jurisdiction_id = $2 and o.sitting_id = moved.id`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

export async function sittingById(tx: Transaction, id: string): Promise<SittingRead | null> {
  const [row] = await tx.query<SittingRead>(
    `select id, reporting_line_id as "reportingLineId", plan_id as "planId", unit_id as "unitId", duty, period, due_at as "dueAt",
       filed_at as "filedAt",
       coalesce((select u.sign_off from unit u where u.jurisdiction_id = s.jurisdiction_id and u.id = s.unit_id), false) as "signOff",
       exists (select from parked_report k where k.jurisdiction_id = s.jurisdiction_id and k.sitting_id = s.id) as "hasParked"
     from sitting s where id = $1`,
    [id],
  );
  return row ?? null;
}

/** An obligation of a sitting, with what a report on it needs to know. */
export interface OwedReport {
  obligationId: string;
  taskId: string;
  state: string;
  startOn: string | null;
  deadlineOn: string;
  /** The task's statechart: since when the unit leads, and what stood still. */
  taskSnapshot: { value: unknown; context: Record<string, unknown> };
  noChangeRun: number;
  lastProgress: number | null;
  revision: number;
}

/** What a sitting holds, with the unbroken run of "no change" reports that stands before it. */
export const owedReports = (tx: Transaction, sittingId: string): Promise<OwedReport[]> =>
  tx.query<OwedReport>(
    `select o.id as "obligationId", o.task_id as "taskId", o.state, t.start_on as "startOn", t.deadline_on as "deadlineOn",
       t.snapshot as "taskSnapshot",
       (select count(*) from (
          select bool_and(r.no_change) over (order by r.filed_at desc, r.id) as unbroken from progress_report r
          where r.jurisdiction_id = o.jurisdiction_id and r.task_id = o.task_id and r.unit_id = o.unit_id and r.obligation_id <> o.id) runs
        where runs.unbroken)::integer as "noChangeRun",
       (select r.progress from progress_report r where r.jurisdiction_id = o.jurisdiction_id and r.task_id = o.task_id
          and r.unit_id = o.unit_id order by r.filed_at desc, r.revision desc limit 1) as "lastProgress",
       (o.snapshot->'context'->>'revision')::integer as revision
     from obligation o join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
     where o.sitting_id = $1 order by t.code`,
    [sittingId],
  );

export interface ReportWrite {
  id: string;
  obligationId: string;
  taskId: string;
  unitId: string;
  revision: number;
  progress: number;
  noChange: boolean;
  done: string;
  problems: string;
  helpWanted: string;
  nextSteps: string;
  readings: unknown[];
  filedBy: string | null;
  filedAt: string;
  /** The head who signed it; null: it went straight out. */
  signedBy: string | null;
}

export async function insertReports(tx: Transaction, rows: readonly ReportWrite[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into progress_report (jurisdiction_id, id, obligation_id, task_id, unit_id, revision, progress, no_change, done,
       problems, help_wanted, next_steps, readings, filed_by, filed_at, signed_by)
     select $2, w.id, w."obligationId", w."taskId", w."unitId", w.revision, w.progress, w."noChange", w.done, w.problems,
       w."helpWanted", w."nextSteps", w.readings, w."filedBy", w."filedAt", w."signedBy"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "obligationId" uuid, "taskId" uuid, "unitId" uuid, revision integer,
       progress numeric, "noChange" boolean, done text, problems text, "helpWanted" text, "nextSteps" text, readings jsonb, "filedBy" uuid,
       "filedAt" timestamptz, "signedBy" uuid)`,
    [json(rows), tx.scope.jurisdictionId],
  );
}
