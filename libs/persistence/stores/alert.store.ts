import { json, type Transaction } from '../transaction.js';

export interface AlertWrite {
  id: string;
  kind: string;
  level: string;
  planId: string | null;
  unitId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  noticeId: string | null;
  title: string;
  detail: string;
  raisedAt: string;
  idempotencyKey: string;
}

/**
 * Raises alerts. A key is `subject/name@seq`: one that repeats changes nothing, and while an alert of the same subject
 * and name is open, no second one is opened.
 */
export async function raiseAlerts(tx: Transaction, rows: readonly AlertWrite[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into alert (jurisdiction_id, id, kind, level, plan_id, unit_id, subject_kind, subject_id, notice_id, title, detail,
       state, raised_at, idempotency_key)
     select $2, w.id, w.kind, w.level, w."planId", w."unitId", w."subjectKind", w."subjectId", w."noticeId", w.title, w.detail,
       'open', w."raisedAt", w."idempotencyKey"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, kind text, level text, "planId" uuid, "unitId" uuid, "subjectKind" text,
       "subjectId" uuid, "noticeId" uuid, title text, detail text, "raisedAt" timestamptz, "idempotencyKey" text)
     where not exists (select from alert a where a.jurisdiction_id = $2 and a.state = 'open' and a.subject_id = w."subjectId"
       and split_part(a.idempotency_key, '@', 1) = split_part(w."idempotencyKey", '@', 1))
     on conflict do nothing`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

/** Settles a subject's alerts of that name, and of all names that begin with it and a colon. */
export async function settleAlerts(
  tx: Transaction,
  rows: readonly { subjectKind: string; subjectId: string; name: string }[],
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `update alert a set state = 'settled', settled_at = $3
     from jsonb_to_recordset($1::jsonb) as w ("subjectKind" text, "subjectId" uuid, name text)
     where a.jurisdiction_id = $2 and a.subject_kind = w."subjectKind" and a.subject_id = w."subjectId" and a.state = 'open'
       and (starts_with(a.idempotency_key, w."subjectId" || '/' || w.name || ':')
         or starts_with(a.idempotency_key, w."subjectId" || '/' || w.name || '@'))`,
    [json(rows), tx.scope.jurisdictionId, at],
  );
}

/** What was shown under that key is over. */
export const settleAlertOf = (tx: Transaction, idempotencyKey: string, at: string): Promise<number> =>
  tx.execute(
    `update alert set state = 'settled', settled_at = $3
     where jurisdiction_id = $1 and idempotency_key = $2 and state = 'open'`,
    [tx.scope.jurisdictionId, idempotencyKey, at],
  );

/** A unit's post is filled: that it was vacant is no longer to be looked at. */
export const settleVacancies = (tx: Transaction, unitId: string, role: string, at: string): Promise<number> =>
  tx.execute(
    `update alert set state = 'settled', settled_at = $4
     where jurisdiction_id = $1 and unit_id = $2 and state = 'open' and kind = 'vacancy'
       and split_part(split_part(idempotency_key, '/', 2), '@', 1) = 'vacancy:' || $3`,
    [tx.scope.jurisdictionId, unitId, role, at],
  );
