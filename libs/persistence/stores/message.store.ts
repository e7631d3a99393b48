import type { Transaction } from '../transaction.js';

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

/** Puts messages in the outbox, without waiting for it; one that is there already is not written again. */
export function insertMessages(tx: Transaction, rows: readonly MessageWrite[]): Promise<void> {
  if (rows.length > 0)
    tx.send(INSERT, [tx.scope.jurisdictionId, ...COLUMNS.map((column) => rows.map((row) => row[column]))]);
  return Promise.resolve();
}

const COLUMNS = [
  'id',
  'personId',
  'unitId',
  'kind',
  'subjectKind',
  'subjectId',
  'noticeId',
  'title',
  'body',
  'deliverAt',
  'createdAt',
  'idempotencyKey',
] as const satisfies readonly (keyof MessageWrite)[];

const INSERT = `insert into message (jurisdiction_id, id, person_id, unit_id, channel, kind, subject_kind, subject_id, notice_id,
    title, body, state, deliver_at, created_at, idempotency_key)
  select $1, w.id, w.person_id, w.unit_id, 'inbox', w.kind, w.subject_kind, w.subject_id, w.notice_id, w.title, w.body, 'pending',
    w.deliver_at, w.created_at, w.idempotency_key
  from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::text[], $10::text[],
    $11::timestamptz[], $12::timestamptz[], $13::text[])
    as w (id, person_id, unit_id, kind, subject_kind, subject_id, notice_id, title, body, deliver_at, created_at, idempotency_key)
  on conflict do nothing`;

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

/** How many messages should have been handed out before then and wait still. */
export async function countLateMessages(tx: Transaction, before: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from message
     where jurisdiction_id = $1 and state in ('pending', 'sending') and deliver_at < $2`,
    [tx.scope.jurisdictionId, before],
  );
  return row?.count ?? 0;
}

export const markMessageRead = (tx: Transaction, id: string, personId: string, at: string): Promise<number> =>
  tx.execute(
    `update message set state = 'read', read_at = $4 where jurisdiction_id = $1 and id = $2 and person_id = $3 and state = 'delivered'`,
    [tx.scope.jurisdictionId, id, personId, at],
  );
