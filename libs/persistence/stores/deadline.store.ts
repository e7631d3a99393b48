import type { SubjectKind } from '#accountability';
import type { Budget, Suspension } from '#calendar';
import { json, type Transaction } from '../transaction.js';

export interface DeadlineArm {
  subjectKind: SubjectKind;
  subjectId: string;
  name: string;
  detail: { event: string; [fact: string]: unknown };
  budget: Budget;
  suspensions: Suspension[];
  projectedAt: string | null;
  calendarVersion: number;
  armedAt: string;
}

export interface DeadlineRead extends DeadlineArm {
  id: string;
  generation: number;
  state: 'armed' | 'reached' | 'disarmed';
}

/** A clock to take off: the one of that name, and all whose name begins with it and a colon. */
export interface DeadlineDisarm {
  subjectKind: SubjectKind;
  subjectId: string;
  name: string;
}

export async function disarmDeadlines(
  tx: Transaction,
  rows: readonly DeadlineDisarm[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `update deadline d set state = 'disarmed', settled_at = $3
     from jsonb_to_recordset($1::jsonb) as w ("subjectKind" text, "subjectId" uuid, name text)
     where d.jurisdiction_id = $2 and d.subject_kind = w."subjectKind" and d.subject_id = w."subjectId" and d.state = 'armed'
       and (d.name = w.name or starts_with(d.name, w.name || ':'))`,
    [json(rows), tx.scope.jurisdictionId, at],
  );
}

/** Arms clocks, each as the next generation of its name; the id follows from both, as a replay needs it. */
export async function armDeadlines(tx: Transaction, rows: readonly DeadlineArm[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into deadline (jurisdiction_id, id, subject_kind, subject_id, name, generation, detail, budget, suspensions,
       projected_at, calendar_version, state, armed_at)
     select $2, md5(w."subjectKind" || '/' || w."subjectId" || '/' || w.name || '/' || w.generation)::uuid, w."subjectKind",
       w."subjectId", w.name, w.generation, w.detail, w.budget, w.suspensions, w."projectedAt", w."calendarVersion", 'armed',
       w."armedAt"
     from (
       select r.*, 1 + coalesce((select max(d.generation) from deadline d where d.jurisdiction_id = $2
         and d.subject_kind = r."subjectKind" and d.subject_id = r."subjectId" and d.name = r.name), 0) as generation
       from jsonb_to_recordset($1::jsonb) as r ("subjectKind" text, "subjectId" uuid, name text, detail jsonb, budget jsonb,
         suspensions jsonb, "projectedAt" timestamptz, "calendarVersion" integer, "armedAt" timestamptz)) w`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

/** A clock's columns, of `deadline d`. */
export const READ_CLOCK = `d.id, d.subject_kind as "subjectKind", d.subject_id as "subjectId", d.name, d.generation, d.detail, d.budget,
  d.suspensions, d.projected_at as "projectedAt", d.calendar_version as "calendarVersion", d.state, d.armed_at as "armedAt"`;

/**
 * Takes the clocks that have run down: those of the earliest instant that is due, so that what is due later is seen
 * by what the earlier brings about. Of one instant, reminders come before the due time and the due time before rungs:
 * so that nobody takes the latter while another has the former in hand, one transaction of a jurisdiction at a time
 * takes any; the others get none, and look again later.
 */
export const takeDueDeadlines = (tx: Transaction, now: string, limit: number): Promise<DeadlineRead[]> =>
  tx.query<DeadlineRead>(
    `with alone as materialized (
       select pg_try_advisory_xact_lock(hashtextextended('luoshi fires ' || $3, 0)) as granted),
     first as (
       select projected_at as at from deadline where jurisdiction_id = $3 and state = 'armed' and projected_at <= $1
         and (select granted from alone) order by projected_at limit 1),
     due as (
       select d.id from deadline d where d.jurisdiction_id = $3 and d.state = 'armed' and d.projected_at = (select at from first)
       order by d.name, d.subject_id limit $2 for update of d skip locked)
     update deadline d set state = 'reached', settled_at = $1 from due where d.jurisdiction_id = $3 and d.id = due.id
     returning ${READ_CLOCK}`,
    [now, limit, tx.scope.jurisdictionId],
  );

/** How many clocks ran down before then and nobody has looked; one that was armed behind its own time is not late. */
export async function countMissedDeadlines(tx: Transaction, before: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from deadline
     where jurisdiction_id = $1 and state = 'armed' and projected_at < $2 and armed_at <= projected_at`,
    [tx.scope.jurisdictionId, before],
  );
  return row?.count ?? 0;
}

/** When the next clock of the jurisdiction runs down; null where none is armed. */
export async function nextDeadlineAt(tx: Transaction): Promise<string | null> {
  const [row] = await tx.query<{ at: string | null }>(
    `select min(projected_at) as at from deadline where jurisdiction_id = $1 and state = 'armed'`,
    [tx.scope.jurisdictionId],
  );
  return row?.at ?? null;
}

export const deadlinesOf = (
  tx: Transaction,
  kind: SubjectKind,
  ids: readonly string[],
): Promise<DeadlineRead[]> =>
  tx.query<DeadlineRead>(
    `select ${READ_CLOCK} from deadline d where d.subject_kind = $1 and d.subject_id = any($2::uuid[]) order by d.armed_at, d.name`,
    [kind, ids],
  );
