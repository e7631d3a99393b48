import type { Instant } from '#calendar';
import { json, type Transaction } from '../transaction.js';

/** `waiting`: the head has it; `returned`, `takenBack`, `overtaken`: the liaison has it again; the others are over. */
export type ParkedState = 'waiting' | 'returned' | 'takenBack' | 'overtaken' | 'replaced' | 'signed';

/** What a liaison has sent to the head of the unit for one thing owed. */
export interface ParkedWrite {
  id: string;
  sittingId: string;
  obligationId: string;
  taskId: string;
  unitId: string;
  /** The one that the report will have. */
  revision: number;
  progress: number;
  noChange: boolean;
  done: string;
  problems: string;
  helpWanted: string;
  nextSteps: string;
  readings: { position: number; value: number }[];
  fromWorkbook: boolean;
  sentBy: string;
  sentAt: Instant;
  idempotencyKey: string;
}

export interface ParkedRead extends ParkedWrite {
  state: ParkedState;
  sentByName: string;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: Instant | null;
  remark: string;
  /** Ids of what had been handed in for it when it was sent. */
  evidence: string[];
  reportId: string | null;
}

const READ = `select k.id, k.sitting_id as "sittingId", k.obligation_id as "obligationId", k.task_id as "taskId",
    k.unit_id as "unitId", k.revision, k.progress::float8 as progress, k.no_change as "noChange", k.done, k.problems,
    k.help_wanted as "helpWanted", k.next_steps as "nextSteps", k.readings, k.from_workbook as "fromWorkbook",
    k.sent_by as "sentBy", s.name as "sentByName", k.sent_at as "sentAt", k.idempotency_key as "idempotencyKey", k.state,
    k.decided_by as "decidedBy", d.name as "decidedByName", k.decided_at as "decidedAt", k.remark, k.evidence,
    k.report_id as "reportId"
  from parked_report k
    join person s on s.jurisdiction_id = k.jurisdiction_id and s.id = k.sent_by
    left join person d on d.jurisdiction_id = k.jurisdiction_id and d.id = k.decided_by
  where k.jurisdiction_id = $1`;

/** Everything that was ever sent for the reports of a sitting, the oldest first. */
export const parkedOfSitting = (tx: Transaction, sittingId: string): Promise<ParkedRead[]> =>
  tx.query(`${READ} and k.sitting_id = $2 order by k.sent_at, k.id`, [tx.scope.jurisdictionId, sittingId]);

/** What waits for the head among these, by the id of what is owed. */
export async function waitingObligations(
  tx: Transaction,
  obligationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    `select obligation_id as id from parked_report
     where jurisdiction_id = $1 and obligation_id = any ($2::uuid[]) and state = 'waiting'`,
    [tx.scope.jurisdictionId, obligationIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Keeps what was sent, with what had been handed in for it by then. What was under way of the same is replaced before. */
export async function insertParked(tx: Transaction, rows: readonly ParkedWrite[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into parked_report (jurisdiction_id, id, sitting_id, obligation_id, task_id, unit_id, revision, progress, no_change,
       done, problems, help_wanted, next_steps, readings, evidence, from_workbook, sent_by, sent_at, state, idempotency_key)
     select $2, w.id, w."sittingId", w."obligationId", w."taskId", w."unitId", w.revision, w.progress, w."noChange", w.done,
       w.problems, w."helpWanted", w."nextSteps", w.readings,
       coalesce((select jsonb_agg(e.id order by e.added_at, e.id) from evidence e where e.jurisdiction_id = $2
         and e.obligation_id = w."obligationId" and e.unit_id = w."unitId" and e.withdrawn_at is null), '[]'),
       w."fromWorkbook", w."sentBy", w."sentAt", 'waiting', w."idempotencyKey"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "sittingId" uuid, "obligationId" uuid, "taskId" uuid, "unitId" uuid,
       revision integer, progress numeric, "noChange" boolean, done text, problems text, "helpWanted" text, "nextSteps" text,
       readings jsonb, "fromWorkbook" boolean, "sentBy" uuid, "sentAt" timestamptz, "idempotencyKey" text)`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

/** What is under way for these is so no longer: it was sent or filed anew. */
export async function replaceParked(
  tx: Transaction,
  obligationIds: readonly string[],
  by: string | null,
  at: Instant,
): Promise<void> {
  await tx.execute(
    `update parked_report set state = 'replaced', decided_by = coalesce(decided_by, $3), decided_at = coalesce(decided_at, $4)
     where jurisdiction_id = $1 and obligation_id = any ($2::uuid[])
       and state in ('waiting', 'returned', 'takenBack', 'overtaken')`,
    [tx.scope.jurisdictionId, obligationIds, by, at],
  );
}

export interface ParkedDecision {
  id: string;
  state: 'returned' | 'takenBack' | 'overtaken' | 'signed';
  remark: string;
  reportId: string | null;
}

/** Decides what waits. */
export async function decideParked(
  tx: Transaction,
  rows: readonly ParkedDecision[],
  by: string,
  at: Instant,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `update parked_report k set state = w.state, remark = w.remark, report_id = w."reportId", decided_by = $3, decided_at = $4
     from jsonb_to_recordset($1::jsonb) as w (id uuid, state text, remark text, "reportId" uuid)
     where k.jurisdiction_id = $2 and k.id = w.id and k.state = 'waiting'`,
    [json(rows), tx.scope.jurisdictionId, by, at],
  );
}

/** Who filed a sitting, where that is not who signed it. */
export async function nameFiler(tx: Transaction, sittingId: string, filedBy: string): Promise<void> {
  await tx.execute(
    'update sitting set filed_by = $3 where jurisdiction_id = $1 and id = $2 and filed_at is not null',
    [tx.scope.jurisdictionId, sittingId, filedBy],
  );
}

export interface SignOffOfUnit {
  unitId: string;
  name: string;
  wanted: boolean;
  changedAt: Instant | null;
  changedBy: string | null;
  changedByName: string | null;
  /** Reports that wait for the head now. */
  waiting: number;
}

/** Whether a unit wants its head's signature on what it reports; null: there is no such unit. */
export async function signOffOfUnit(tx: Transaction, unitId: string): Promise<SignOffOfUnit | null> {
  const [row] = await tx.query<SignOffOfUnit>(
    `select u.id as "unitId", u.name, u.sign_off as wanted, u.sign_off_at as "changedAt", u.sign_off_by as "changedBy",
       p.name as "changedByName", (select count(*)::int from parked_report k where k.jurisdiction_id = u.jurisdiction_id
         and k.unit_id = u.id and k.state = 'waiting') as waiting
     from unit u left join person p on p.jurisdiction_id = u.jurisdiction_id and p.id = u.sign_off_by
     where u.jurisdiction_id = $1 and u.id = $2`,
    [tx.scope.jurisdictionId, unitId],
  );
  return row ?? null;
}

/** Turns it on or off; it has to be on the trail by the commit. */
export const turnSignOff = (
  tx: Transaction,
  unitId: string,
  wanted: boolean,
  by: string,
  at: Instant,
): Promise<number> =>
  tx.execute(
    `update unit set sign_off = $3, sign_off_at = $4, sign_off_by = $5
     where jurisdiction_id = $1 and id = $2 and sign_off <> $3`,
    [tx.scope.jurisdictionId, unitId, wanted, at, by],
  );
