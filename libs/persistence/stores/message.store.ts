import { json, type Transaction } from '../transaction.js';

export interface MessageWrite {
  id: string;
  personId: string;
  unitId: string;
  kind: string;
  subjectKind: string | null;
  subjectId: string | null;
  noticeId: string | null;
  title: string;
  body: string;
  deliverAt: string;
  createdAt: string;
  idempotencyKey: string;
}

/** Puts messages in the outbox; one that is there already is not written again. */
export async function insertMessages(tx: Transaction, rows: readonly MessageWrite[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into message (jurisdiction_id, id, person_id, unit_id, channel, kind, subject_kind, subject_id, notice_id, title,
       body, state, deliver_at, created_at, idempotency_key)
     select $2, w.id, w."personId", w."unitId", 'inbox', w.kind, w."subjectKind", w."subjectId", w."noticeId", w.title, w.body,
       'pending', w."deliverAt", w."createdAt", w."idempotencyKey"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "personId" uuid, "unitId" uuid, kind text, "subjectKind" text,
       "subjectId" uuid, "noticeId" uuid, title text, body text, "deliverAt" timestamptz, "createdAt" timestamptz,
       "idempotencyKey" text)
     on conflict do nothing`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

/** Delivers what is due to the inbox: the same database, so delivery is one update and happens once. */
export const deliverToInbox = (
  tx: Transaction,
  now: string,
  limit: number,
): Promise<{ id: string; personId: string }[]> =>
  tx.query(
    `with due as (
       select id from message where jurisdiction_id = $3 and channel = 'inbox' and state = 'pending' and deliver_at <= $1
       order by deliver_at, created_at, id limit $2 for update skip locked)
     update message m set state = 'delivered', delivered_at = $1, attempts = attempts + 1
     from due where m.jurisdiction_id = $3 and m.id = due.id returning m.id, m.person_id as "personId"`,
    [now, limit, tx.scope.jurisdictionId],
  );

export async function nextMessageAt(tx: Transaction): Promise<string | null> {
  const [row] = await tx.query<{ at: string | null }>(
    `select min(deliver_at) as at from message where jurisdiction_id = $1 and state = 'pending'`,
    [tx.scope.jurisdictionId],
  );
  return row?.at ?? null;
}

export const markMessageRead = (tx: Transaction, id: string, personId: string, at: string): Promise<number> =>
  tx.execute(
    `update message set state = 'read', read_at = $4 where jurisdiction_id = $1 and id = $2 and person_id = $3 and state = 'delivered'`,
    [tx.scope.jurisdictionId, id, personId, at],
  );
