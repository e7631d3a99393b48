import { json, type Transaction } from '../transaction.js';

/** A contact, where its letters end up, and when the latest of them were made. */
export interface RecentLetters {
  contactId: string;
  /** The same for all contacts with one address: several persons may share it, over several channels of a kind. */
  place: string;
  personId: string | null;
  /** In order. */
  madeAt: string[];
}

/**
 * The letters of messages made since an instant for contacts, for others at their addresses and for others of their
 * persons: throttles count them.
 */
export const recentLetters = (
  tx: Transaction,
  contactIds: readonly string[],
  since: string,
): Promise<RecentLetters[]> =>
  tx.query(
    `with place as (
       select c.id, c.person_id,
         case when c.address = '' then c.channel_id::text
           else ch.kind || ' ' || case ch.kind when 'mail' then lower(c.address) else c.address end end as place
       from contact c join channel ch on ch.jurisdiction_id = $1 and ch.id = c.channel_id where c.jurisdiction_id = $1),
     asked as (select place, person_id from place where id = any($2::uuid[]))
     select p.id as "contactId", p.place, p.person_id as "personId",
       array(select l.created_at from letter l where l.jurisdiction_id = $1 and l.contact_id = p.id
         and l.created_at > $3 and l.purpose = 'messages' order by l.created_at) as "madeAt"
     from place p
     where p.place in (select a.place from asked a) or p.person_id in (select a.person_id from asked a)`,
    [tx.scope.jurisdictionId, [...contactIds], since],
  );

export interface LetterWrite {
  id: string;
  contactId: string;
  channelId: string;
  title: string;
  body: string;
  messageIds: string[];
  linkHash: string | null;
  linkExpiresAt: string | null;
  createdAt: string;
}

export async function insertLetters(tx: Transaction, letters: readonly LetterWrite[]): Promise<void> {
  if (letters.length === 0) return;
  const rows = [json(letters), tx.scope.jurisdictionId];
  await tx.execute(
    `insert into letter (jurisdiction_id, id, contact_id, channel_id, title, body, state, not_before, link_hash,
       link_expires_at, created_at)
     select $2, w.id, w."contactId", w."channelId", w.title, w.body, 'pending', w."createdAt", w."linkHash",
       w."linkExpiresAt", w."createdAt"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "contactId" uuid, "channelId" uuid, title text, body text,
       "linkHash" text, "linkExpiresAt" timestamptz, "createdAt" timestamptz)`,
    rows,
  );
  await tx.execute(
    `update parcel p set letter_id = w.id
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "contactId" uuid, "messageIds" jsonb)
     where p.jurisdiction_id = $2 and p.contact_id = w."contactId" and p.letter_id is null
       and w."messageIds" ? p.message_id::text`,
    rows,
  );
}

/** Letters whose sender is gone: they may have arrived. */
export const recoverLetters = (tx: Transaction, now: string): Promise<number> =>
  tx.execute(
    `with gone as (
       update letter set state = 'failedForNow', again = true, not_before = $2, lease_until = null,
         failure_code = 'SenderGone', failure = '发送中断，结果不明'
       where jurisdiction_id = $1 and state = 'sending' and lease_until < $2 returning id, attempts)
     update letter_attempt a set ended_at = $2, outcome = 'unknown', code = 'SenderGone', reason = '发送中断，结果不明'
     from gone g where a.jurisdiction_id = $1 and a.letter_id = g.id and a.number = g.attempts`,
    [tx.scope.jurisdictionId, now],
  );

/**
 * Letters that were to go out and did not, until people may be told again: those of contacts that are open at every hour
 * go on, and so does what somebody is waiting for (codes, trials).
 */
export const holdLetters = (tx: Transaction, now: string, until: string): Promise<number> =>
  tx.execute(
    `update letter l set not_before = $3
     where l.jurisdiction_id = $1 and l.purpose = 'messages' and l.state <> 'sending' and l.not_before <= $2
       and exists (select 1 from contact c where c.jurisdiction_id = $1 and c.id = l.contact_id and not c.any_hour)`,
    [tx.scope.jurisdictionId, now, until],
  );

/** The moments of a channel's attempts since an instant, in epoch milliseconds. */
export async function attemptsSince(tx: Transaction, channelId: string, since: string): Promise<number[]> {
  const rows = await tx.query<{ at: number }>(
    `select (extract(epoch from begun_at) * 1000)::int8 as at from letter_attempt
     where jurisdiction_id = $1 and channel_id = $2 and begun_at > $3`,
    [tx.scope.jurisdictionId, channelId, since],
  );
  return rows.map(({ at }) => at);
}

/** A letter that carries no messages: the code that proves an address, or a trial of a channel. */
export interface OwnLetter {
  id: string;
  purpose: 'code' | 'trial';
  channelId: string;
  /** The contact, or where there is none an address; for a group's robot it is empty. */
  contactId: string | null;
  address: string | null;
  title: string;
  body: string;
  createdAt: string;
}

export const insertOwnLetter = (tx: Transaction, letter: OwnLetter): Promise<number> =>
  tx.execute(
    `insert into letter (jurisdiction_id, id, purpose, channel_id, contact_id, address, title, body, state, not_before, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'pending', $9, $9) on conflict do nothing`,
    [
      tx.scope.jurisdictionId,
      letter.id,
      letter.purpose,
      letter.channelId,
      letter.contactId,
      letter.address,
      letter.title,
      letter.body,
      letter.createdAt,
    ],
  );

export interface ClaimedLetter {
  id: string;
  /** Null: a letter of trial to an address that is nobody's. */
  contactId: string | null;
  /** Whose contact it is; null: a unit's group's, or nobody's. */
  personId: string | null;
  linkHash: string | null;
  linkExpiresAt: string | null;
  channelId: string;
  address: string;
  title: string;
  body: string;
  attempts: number;
  again: boolean;
}

/** Takes letters of a channel to send them now; their attempts are begun. */
export const claimLetters = (
  tx: Transaction,
  channelId: string,
  { now, leaseUntil, limit }: { now: string; leaseUntil: string; limit: number },
): Promise<ClaimedLetter[]> =>
  tx.query(
    `with due as (
       select id from letter where jurisdiction_id = $1 and channel_id = $2 and not_before <= $3 and state <> 'sending'
       order by not_before, id limit $5 for update skip locked),
     claimed as (
       update letter l set state = 'sending', attempts = attempts + 1, lease_until = $4
       from due where l.jurisdiction_id = $1 and l.id = due.id
       returning l.id, l.contact_id, l.address, l.channel_id, l.title, l.body, l.attempts, l.again, l.link_hash, l.link_expires_at),
     begun as (
       insert into letter_attempt (jurisdiction_id, letter_id, number, channel_id, begun_at)
       select $1, id, attempts, channel_id, $3 from claimed)
     select cl.id, cl.contact_id as "contactId", cl.channel_id as "channelId", coalesce(cl.address, c.address) as address,
       cl.title, cl.body, cl.attempts, cl.again, c.person_id as "personId", cl.link_hash as "linkHash",
       cl.link_expires_at as "linkExpiresAt"
     from claimed cl left join contact c on c.jurisdiction_id = $1 and c.id = cl.contact_id order by cl.id`,
    [tx.scope.jurisdictionId, channelId, now, leaseUntil, limit],
  );

export interface LetterEnd {
  id: string;
  attempt: number;
  at: string;
  outcome: 'sent' | 'failedForNow' | 'failedForGood' | 'unknown';
  code: string | null;
  reason: string | null;
  reference: string | null;
  /** The peer says that it has reached its addressee, not only that it was taken over. */
  delivered: boolean;
  /** When to try again; null: never. */
  notBefore: string | null;
}

/** Writes down how an attempt ended, unless it was given up meanwhile: whoever took the letter over decides then. */
export async function settleLetter(tx: Transaction, end: LetterEnd): Promise<boolean> {
  const taken = end.delivered ? 'delivered' : 'sent';
  const state = end.outcome === 'sent' ? taken : end.notBefore === null ? 'failedForGood' : 'failedForNow';
  const settled = await tx.execute(
    `update letter set state = $4, not_before = $5, lease_until = null, again = again or $6, failure_code = $7,
       failure = $8, reference = coalesce($9, reference),
       sent_at = case when $4 in ('sent', 'delivered') then $10::timestamptz else sent_at end,
       delivered_at = case when $4 = 'delivered' then $10::timestamptz else delivered_at end,
       -- A code is nobody's business once it has gone out.
       title = case when purpose = 'code' and $5::timestamptz is null then '验证码' else title end,
       body = case when purpose = 'code' and $5::timestamptz is null then '' else body end
     where jurisdiction_id = $1 and id = $2 and attempts = $3 and state = 'sending'`,
    [
      tx.scope.jurisdictionId,
      end.id,
      end.attempt,
      state,
      end.notBefore,
      end.outcome === 'unknown',
      end.code,
      end.reason,
      end.reference,
      end.at,
    ],
  );
  if (settled === 0) return false;
  await tx.execute(
    `update letter_attempt set ended_at = $4, outcome = $5, code = $6, reason = $7
     where jurisdiction_id = $1 and letter_id = $2 and number = $3`,
    [tx.scope.jurisdictionId, end.id, end.attempt, end.at, end.outcome, end.code, end.reason],
  );
  return true;
}

/** A peer has refused an address for good: nothing is sent there until somebody records it again. */
export const refuseContact = (tx: Transaction, id: string, reason: string): Promise<number> =>
  tx.execute(
    `update contact set state = 'refused', refused_reason = $3 where jurisdiction_id = $1 and id = $2
     and state in ('inUse', 'unproven')`,
    [tx.scope.jurisdictionId, id, reason],
  );

export interface Unreached {
  messageId: string;
  personId: string;
  unitId: string;
  person: string;
  title: string;
}

/**
 * The messages of a letter that failed for good, where no other letter of theirs arrived or is still on its way, and
 * that were not read in the inbox either.
 */
export const unreachedBy = (tx: Transaction, letterId: string): Promise<Unreached[]> =>
  tx.query(
    `select m.id as "messageId", m.person_id as "personId", m.unit_id as "unitId", p.name as person, m.title
     from parcel mine join message m on m.jurisdiction_id = $1 and m.id = mine.message_id
       join person p on p.jurisdiction_id = $1 and p.id = m.person_id
     where mine.jurisdiction_id = $1 and mine.letter_id = $2 and m.state <> 'read'
       and not exists (
         select 1 from parcel other left join letter l on l.jurisdiction_id = $1 and l.id = other.letter_id
         where other.jurisdiction_id = $1 and other.message_id = m.id
           and (l.id is null or l.state <> 'failedForGood'))
     order by m.id`,
    [tx.scope.jurisdictionId, letterId],
  );

/** Tries a letter that failed for good once more. A code that has run out is not worth it: it is asked for anew. */
export const requeueLetter = (tx: Transaction, id: string, at: string): Promise<number> =>
  tx.execute(
    `update letter set state = 'failedForNow', not_before = $3 where jurisdiction_id = $1 and id = $2
       and state = 'failedForGood' and purpose <> 'code'`,
    [tx.scope.jurisdictionId, id, at],
  );

/** Tries every letter of a channel that failed for good once more. */
export const requeueLettersOf = (tx: Transaction, channelId: string, at: string): Promise<number> =>
  tx.execute(
    `update letter set state = 'failedForNow', not_before = $3 where jurisdiction_id = $1 and channel_id = $2
       and state = 'failedForGood' and purpose <> 'code'`,
    [tx.scope.jurisdictionId, channelId, at],
  );

/** Letters to a contact that have not gone out are given up. */
export const giveUpLettersTo = (tx: Transaction, contactId: string, reason: string): Promise<number> =>
  tx.execute(
    `update letter set state = 'failedForGood', not_before = null, failure_code = 'ContactTakenBack', failure = $3,
       title = case when purpose = 'code' then '验证码' else title end, body = case when purpose = 'code' then '' else body end
     where jurisdiction_id = $1 and contact_id = $2 and state in ('pending', 'failedForNow')`,
    [tx.scope.jurisdictionId, contactId, reason],
  );

/** What a gateway reports of a message that it took over. */
export interface Receipt {
  channelId: string;
  reference: string;
  delivered: boolean;
  reason: string | null;
  at: string;
}

/**
 * Writes down what became of a letter that was sent; the letter's id, or null where there is none that could become
 * that: it was read, or settled, or it is not known.
 */
export async function recordReceipt(tx: Transaction, receipt: Receipt): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `update letter set state = case when $4 then 'delivered' else 'failedForGood' end, not_before = null,
       delivered_at = case when $4 then $6::timestamptz end,
       failure_code = case when $4 then null else 'NotDelivered' end, failure = $5
     where jurisdiction_id = $1 and channel_id = $2 and reference = $3
       and (state = 'sent' or ($4 and state in ('failedForNow', 'failedForGood')))
     returning id`,
    [
      tx.scope.jurisdictionId,
      receipt.channelId,
      receipt.reference,
      receipt.delivered,
      receipt.reason,
      receipt.at,
    ],
  );
  return row?.id ?? null;
}

/**
 * A mail that its server had taken over came back: the letter has failed for good, unless it was read or had failed
 * already. Null: there is no such mail.
 */
export async function recordBounced(
  tx: Transaction,
  { id, channelId, reason }: { id: string; channelId: string | null; reason: string },
): Promise<{ settled: boolean; contactId: string | null; channel: string; purpose: string } | null> {
  const [row] = await tx.query<{
    settled: boolean;
    contactId: string | null;
    channel: string;
    purpose: string;
  }>(
    `with known as (
       select l.id, l.contact_id, l.purpose, ch.name from letter l
         join channel ch on ch.jurisdiction_id = $1 and ch.id = l.channel_id and ch.kind = 'mail'
       where l.jurisdiction_id = $1 and l.id = $2 and ($4::uuid is null or ch.id = $4) for update of l),
     back as (
       update letter l set state = 'failedForGood', not_before = null, delivered_at = null, failure_code = 'Bounced',
         failure = $3
       from known k where l.jurisdiction_id = $1 and l.id = k.id
         and l.state in ('sent', 'delivered', 'failedForNow') and l.attempts > 0
       returning l.id)
     select exists (select 1 from back) as settled, contact_id as "contactId", name as channel, purpose from known`,
    [tx.scope.jurisdictionId, id, reason, channelId],
  );
  return row ?? null;
}
