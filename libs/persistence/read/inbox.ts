import type { Instant } from '#calendar';
import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';

export interface InboxRow {
  id: string;
  kind: string;
  title: string;
  body: string;
  subject_kind: string | null;
  subject_id: string | null;
  notice_id: string | null;
  product_id: string | null;
  delivered_at: Instant;
  read_at: Instant | null;
}

/** What was delivered to a person (`:person`), as a list reads it: InboxRow. */
export const INBOX: ListSource = {
  table: 'message',
  alias: 'm',
  where: "m.person_id = :person::uuid and m.channel = 'inbox' and m.state in ('delivered', 'read')",
  columns: `m.id, m.kind, m.title, m.body, m.subject_kind, m.subject_id, m.notice_id, m.delivered_at, m.read_at,
    (select d.product_id from product_delivery d where d.jurisdiction_id = m.jurisdiction_id and d.person_id = m.person_id
      and d.message_id = m.id) as product_id`,
  conditions: { unread: (unread) => (unread === true ? 'm.read_at is null' : 'm.read_at is not null') },
};

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
