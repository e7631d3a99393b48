import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

export interface InboxRow {
  id: string;
  kind: string;
  title: string;
  body: string;
  subject_kind: string | null;
  subject_id: string | null;
  notice_id: string | null;
  delivered_at: Instant;
  read_at: Instant | null;
}

/** What was delivered to a person, newest first; how many there are, and how many of all are unread. */
export async function listInbox(
  tx: Transaction,
  personId: string,
  page: { unread?: boolean | undefined; limit: number; before?: { at: Instant; id: string } | undefined },
): Promise<{ rows: InboxRow[]; total: number; unread: number }> {
  const rows = await tx.query<InboxRow & { total: number }>(
    `with found as (
       select m.id, m.kind, m.title, m.body, m.subject_kind, m.subject_id, m.notice_id, m.delivered_at, m.read_at
       from message m
       where m.jurisdiction_id = $1 and m.person_id = $2 and m.channel = 'inbox' and m.state in ('delivered', 'read')
         and ($3::boolean is null or (m.read_at is null) = $3))
     select (select count(*)::int from found) as total, found.* from found
     where $4::timestamptz is null or (found.delivered_at, found.id) < ($4, $5::uuid)
     order by found.delivered_at desc, found.id desc limit $6`,
    [tx.scope.jurisdictionId, personId, page.unread, page.before?.at, page.before?.id, page.limit],
  );
  return { rows, total: rows[0]?.total ?? 0, unread: await countUnread(tx, personId) };
}

export async function countUnread(tx: Transaction, personId: string): Promise<number> {
  const [row] = await tx.query<{ unread: number }>(
    `select count(*)::int as unread from message m where m.jurisdiction_id = $1 and m.person_id = $2
       and m.channel = 'inbox' and m.state = 'delivered'`,
    [tx.scope.jurisdictionId, personId],
  );
  return row?.unread ?? 0;
}

/** The reader's own mark on messages to them; others' are left alone. Returns how many were unread. */
export function markRead(
  tx: Transaction,
  personId: string,
  ids: readonly string[],
  now: Instant,
): Promise<number> {
  return tx.execute(
    `update message set state = 'read', read_at = $4 where jurisdiction_id = $1 and person_id = $2
       and id = any ($3::uuid[]) and channel = 'inbox' and state = 'delivered'`,
    [tx.scope.jurisdictionId, personId, ids, now],
  );
}
