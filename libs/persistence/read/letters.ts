import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';

/** A letter as administrators see it: to whom and how it went, not what it says. */
export interface LetterRead {
  id: string;
  purpose: 'messages' | 'code' | 'trial';
  channelId: string;
  channel: string;
  channelPaused: boolean;
  /** The person, or the unit whose group it is; null: a trial to an address that is nobody's. */
  owner: string | null;
  title: string;
  state: string;
  attempts: number;
  again: boolean;
  failureCode: string | null;
  failure: string | null;
  notBefore: string | null;
  createdAt: string;
  sentAt: string | null;
  deliveredAt: string | null;
  readAt: string | null;
}

const COLUMNS = `l.id, l.purpose, l.channel_id as "channelId", ch.name as channel, ch.state = 'paused' as "channelPaused",
  coalesce(p.name, u.name) as owner, case when l.purpose = 'code' then '验证码' else l.title end as title, l.state,
  l.attempts, l.again, l.failure_code as "failureCode", l.failure, l.not_before as "notBefore",
  l.created_at as "createdAt", l.sent_at as "sentAt", l.delivered_at as "deliveredAt", l.read_at as "readAt"`;
const JOINS = `from letter l join channel ch on ch.jurisdiction_id = $1 and ch.id = l.channel_id
  left join contact c on c.jurisdiction_id = $1 and c.id = l.contact_id
  left join person p on p.jurisdiction_id = $1 and p.id = c.person_id
  left join unit u on u.jurisdiction_id = $1 and u.id = c.unit_id`;

/** Letters in these states, the newest first. */
export const lettersIn = (tx: Transaction, states: readonly string[], limit: number): Promise<LetterRead[]> =>
  tx.query(
    `select ${COLUMNS} ${JOINS} where l.jurisdiction_id = $1 and l.state = any($2::text[])
     order by l.created_at desc, l.id limit $3`,
    [tx.scope.jurisdictionId, [...states], limit],
  );

/** Letters as a list reads them: LetterRead. One that waits because its channel is paused is `held`, whatever its state. */
export const LETTERS: ListSource = {
  table: 'letter',
  alias: 'l',
  base: 'join channel ch on ch.jurisdiction_id = l.jurisdiction_id and ch.id = l.channel_id',
  columns: COLUMNS,
  joins: `left join contact c on c.jurisdiction_id = $1 and c.id = l.contact_id
  left join person p on p.jurisdiction_id = $1 and p.id = c.person_id
  left join unit u on u.jurisdiction_id = $1 and u.id = c.unit_id`,
  conditions: {
    state: (state, param) =>
      state === 'held'
        ? "l.state in ('pending', 'failedForNow') and ch.state = 'paused'"
        : `l.state = ${param(state)}::text
           and not (l.state in ('pending', 'failedForNow') and ch.state = 'paused')`,
  },
};

export async function readLetter(tx: Transaction, id: string): Promise<LetterRead | null> {
  const [row] = await tx.query<LetterRead>(
    `select ${COLUMNS} ${JOINS} where l.jurisdiction_id = $1 and l.id = $2`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

/** How many letters there are in each state since an instant; those of paused channels count as held. */
export const letterCounts = (
  tx: Transaction,
  since: string,
): Promise<{ channelId: string; state: string; count: number }[]> =>
  tx.query(
    `select l.channel_id as "channelId", count(*)::int as count,
       case when l.state in ('pending', 'failedForNow') and ch.state = 'paused' then 'held' else l.state end as state
     from letter l join channel ch on ch.jurisdiction_id = $1 and ch.id = l.channel_id
     where l.jurisdiction_id = $1 and l.created_at > $2 and l.failure_code is distinct from 'ContactTakenBack'
     group by 1, 3`,
    [tx.scope.jurisdictionId, since],
  );

/** What waits for a letter, by why. */
export const heldParcels = (
  tx: Transaction,
  now: string,
): Promise<{ channelId: string; heldFor: string; count: number }[]> =>
  tx.query(
    `select c.channel_id as "channelId", coalesce(p.held_for, 'quietHours') as "heldFor", count(*)::int as count
     from parcel p join contact c on c.jurisdiction_id = $1 and c.id = p.contact_id
     where p.jurisdiction_id = $1 and p.letter_id is null and p.due_at > $2 group by 1, 2`,
    [tx.scope.jurisdictionId, now],
  );

export interface AttemptRead {
  number: number;
  begunAt: string;
  endedAt: string | null;
  outcome: 'sent' | 'failedForNow' | 'failedForGood' | 'unknown' | null;
  code: string | null;
  reason: string | null;
}

export const attemptsOf = (tx: Transaction, letterId: string): Promise<AttemptRead[]> =>
  tx.query(
    `select number, begun_at as "begunAt", ended_at as "endedAt", outcome, code, reason from letter_attempt
     where jurisdiction_id = $1 and letter_id = $2 order by number desc`,
    [tx.scope.jurisdictionId, letterId],
  );

export interface ChannelHealth {
  channelId: string;
  lastSentAt: string | null;
  lastFailedAt: string | null;
  lastFailure: string | null;
}

/** When each channel last sent something, and when and why it last failed to. */
export const channelHealth = (tx: Transaction): Promise<ChannelHealth[]> =>
  tx.query(
    `select ch.id as "channelId", good.at as "lastSentAt", bad.at as "lastFailedAt", bad.reason as "lastFailure"
     from channel ch
       left join lateral (select a.ended_at as at from letter_attempt a
         where a.jurisdiction_id = $1 and a.channel_id = ch.id and a.outcome = 'sent'
         order by a.begun_at desc limit 1) good on true
       left join lateral (select a.ended_at as at, a.reason from letter_attempt a
         where a.jurisdiction_id = $1 and a.channel_id = ch.id and a.outcome <> 'sent'
         order by a.begun_at desc limit 1) bad on true
     where ch.jurisdiction_id = $1`,
    [tx.scope.jurisdictionId],
  );

/** One way by which a message goes to its addressee, besides the inbox. */
export interface WayRead {
  messageId: string;
  channel: string;
  kind: string;
  paused: boolean;
  /** Null: packed into no letter yet. */
  letterId: string | null;
  dueAt: string;
  heldFor: string | null;
  state: string | null;
  attempts: number | null;
  again: boolean | null;
  failure: string | null;
  sentAt: string | null;
  deliveredAt: string | null;
  readAt: string | null;
}

/** The ways of messages to their own addressees' addresses; a unit's group is none of a person's. */
export const waysOf = (tx: Transaction, messageIds: readonly string[]): Promise<WayRead[]> =>
  tx.query(
    `select p.message_id as "messageId", ch.name as channel, ch.kind, ch.state = 'paused' as paused,
       p.letter_id as "letterId", p.due_at as "dueAt", p.held_for as "heldFor", l.state, l.attempts, l.again, l.failure,
       l.sent_at as "sentAt", l.delivered_at as "deliveredAt", l.read_at as "readAt"
     from parcel p join contact c on c.jurisdiction_id = $1 and c.id = p.contact_id and c.person_id is not null
       join channel ch on ch.jurisdiction_id = $1 and ch.id = c.channel_id
       left join letter l on l.jurisdiction_id = $1 and l.id = p.letter_id
     where p.jurisdiction_id = $1 and p.message_id = any($2::uuid[])
     order by p.message_id, p.due_at, ch.name`,
    [tx.scope.jurisdictionId, [...messageIds]],
  );

export interface PersonRow {
  id: string;
  name: string;
  username: string;
  unit: string;
}

/** People in office as a list reads them: PersonRow. `without`: those with no address in use. */
export const PEOPLE: ListSource = {
  table: 'person',
  alias: 'p',
  base: 'join unit u on u.jurisdiction_id = p.jurisdiction_id and u.id = p.unit_id',
  where: 'p.active and (:person::uuid is null or p.id = :person::uuid)',
  columns: 'p.id, p.name, p.username, u.name as unit',
  conditions: {
    search: (words, param) => {
      const anywhere = `${param(words)}::text`;
      return `(strpos(p.name, ${anywhere}) > 0 or strpos(p.username, ${anywhere}) > 0 or strpos(u.name, ${anywhere}) > 0)`;
    },
    without: (without) =>
      without === true
        ? `not exists (select from contact c
             where c.jurisdiction_id = $1 and c.person_id = p.id and c.state = 'inUse')`
        : 'true',
  },
};
