import { createHash } from 'node:crypto';
import type { Transaction } from '../transaction.js';

/** What the record keeps of a letter's link: the link itself is in the letter alone. */
export const hashOfLink = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface LinkedLetter {
  id: string;
  personId: string;
  person: string;
  readAt: string | null;
  messages: { id: string; title: string; body: string; noticeId: string | null }[];
}

/** Locks a person's letter, with what is in it. */
export async function lockLinkedLetter(tx: Transaction, id: string): Promise<LinkedLetter | null> {
  const [row] = await tx.query<Omit<LinkedLetter, 'messages'>>(
    `select l.id, c.person_id as "personId", p.name as person, l.read_at as "readAt"
     from letter l join contact c on c.jurisdiction_id = $1 and c.id = l.contact_id
       join person p on p.jurisdiction_id = $1 and p.id = c.person_id and p.active
     where l.jurisdiction_id = $1 and l.id = $2 for update of l`,
    [tx.scope.jurisdictionId, id],
  );
  if (row === undefined) return null;
  const messages = await tx.query<LinkedLetter['messages'][number]>(
    `select m.id, m.title, m.body, m.notice_id as "noticeId"
     from parcel p join message m on m.jurisdiction_id = $1 and m.id = p.message_id
     where p.jurisdiction_id = $1 and p.letter_id = $2 order by m.created_at, m.id`,
    [tx.scope.jurisdictionId, id],
  );
  return { ...row, messages };
}

/** The letter, and the messages in it, are read. */
export async function markLetterRead(tx: Transaction, id: string, at: string): Promise<void> {
  await tx.execute(
    `update letter set read_at = $3, state = 'read', not_before = null where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id, at],
  );
  await tx.execute(
    `update message m set state = 'read', read_at = $3, delivered_at = coalesce(m.delivered_at, $3)
     from parcel p where p.jurisdiction_id = $1 and p.letter_id = $2 and m.jurisdiction_id = $1 and m.id = p.message_id
       and m.state <> 'read'`,
    [tx.scope.jurisdictionId, id, at],
  );
}

/** Somebody or something at the other end has opened it: so it has arrived, whatever its sender knows. */
export const markLetterDelivered = (tx: Transaction, id: string, at: string): Promise<number> =>
  tx.execute(
    `update letter set state = 'delivered', delivered_at = $3, not_before = null
     where jurisdiction_id = $1 and id = $2 and state in ('sent', 'failedForNow', 'failedForGood') and attempts > 0`,
    [tx.scope.jurisdictionId, id, at],
  );
