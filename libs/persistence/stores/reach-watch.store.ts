import { json, type Transaction } from '../transaction.js';

export interface WatchWrite {
  messageId: string;
  personId: string;
  unitId: string;
  /** Unread by then: it has reached nobody. */
  dueAt: string;
}

export async function watchMessages(tx: Transaction, watches: readonly WatchWrite[]): Promise<void> {
  if (watches.length === 0) return;
  await tx.execute(
    `insert into reach_watch (jurisdiction_id, message_id, person_id, unit_id, due_at, state)
     select $2, w."messageId", w."personId", w."unitId", w."dueAt", 'watched'
     from jsonb_to_recordset($1::jsonb) as w ("messageId" uuid, "personId" uuid, "unitId" uuid, "dueAt" timestamptz)
     on conflict do nothing`,
    [json(watches), tx.scope.jurisdictionId],
  );
}

export interface Unread {
  messageId: string;
  personId: string;
  unitId: string;
  person: string;
  title: string;
}

/** Ends what is read meanwhile; returns whose calls are not needed any more. */
export async function endReadWatches(tx: Transaction, now: string): Promise<string[]> {
  await tx.execute(
    `delete from reach_watch w using message m where w.jurisdiction_id = $1 and w.state = 'watched' and w.due_at <= $2
       and m.jurisdiction_id = $1 and m.id = w.message_id and m.state = 'read'`,
    [tx.scope.jurisdictionId, now],
  );
  const rows = await tx.query<{ personId: string }>(
    `update reach_watch w set state = 'over', ended_at = $2 from message m
     where w.jurisdiction_id = $1 and w.state = 'toCall' and m.jurisdiction_id = $1 and m.id = w.message_id
       and m.state = 'read' returning w.person_id as "personId"`,
    [tx.scope.jurisdictionId, now],
  );
  return [...new Set(rows.map(({ personId }) => personId))];
}

/** Messages that have been unread for too long: from now on they are to be called about. */
export const openUnread = (tx: Transaction, now: string, reason: string, limit: number): Promise<Unread[]> =>
  tx.query(
    `with late as (
       select w.message_id from reach_watch w where w.jurisdiction_id = $1 and w.state = 'watched' and w.due_at <= $2
       order by w.due_at, w.message_id limit $4 for update skip locked),
     opened as (
       update reach_watch w set state = 'toCall', opened_at = $2, reason = $3 from late
       where w.jurisdiction_id = $1 and w.message_id = late.message_id
       returning w.message_id, w.person_id, w.unit_id)
     select o.message_id as "messageId", o.person_id as "personId", o.unit_id as "unitId", p.name as person, m.title
     from opened o join message m on m.jurisdiction_id = $1 and m.id = o.message_id
       join person p on p.jurisdiction_id = $1 and p.id = o.person_id order by m.created_at, m.id`,
    [tx.scope.jurisdictionId, now, reason, limit],
  );

/**
 * The messages of a letter that failed for good, where no other letter of theirs arrived or is still on its way, and
 * that were not read in the inbox either: they are to be called about.
 */
export const openUnreachedBy = (
  tx: Transaction,
  letterId: string,
  now: string,
  reason: string,
): Promise<Unread[]> =>
  tx.query(
    `with unreached as (
       select m.id, m.person_id, m.unit_id, m.title, m.created_at, p.name
       from parcel mine join message m on m.jurisdiction_id = $1 and m.id = mine.message_id
         join person p on p.jurisdiction_id = $1 and p.id = m.person_id
       where mine.jurisdiction_id = $1 and mine.letter_id = $2 and m.state <> 'read'
         and not exists (
           select 1 from parcel other left join letter l on l.jurisdiction_id = $1 and l.id = other.letter_id
           where other.jurisdiction_id = $1 and other.message_id = m.id
             and (l.id is null or l.state <> 'failedForGood'))),
     opened as (
       insert into reach_watch (jurisdiction_id, message_id, person_id, unit_id, due_at, state, reason, opened_at)
       select $1, id, person_id, unit_id, $3, 'toCall', $4, $3 from unreached
       on conflict (jurisdiction_id, message_id) do update set state = 'toCall', reason = excluded.reason,
         opened_at = coalesce(reach_watch.opened_at, excluded.opened_at)
       where reach_watch.state = 'watched' or reach_watch.state = 'toCall'
       returning message_id)
     select u.id as "messageId", u.person_id as "personId", u.unit_id as "unitId", u.name as person, u.title
     from unreached u join opened o on o.message_id = u.id order by u.created_at, u.id`,
    [tx.scope.jurisdictionId, letterId, now, reason],
  );

export interface ToCall {
  messageId: string;
  personId: string;
  person: string;
  unitId: string;
  unit: string;
  title: string;
  messageAt: string;
  reason: string | null;
  openedAt: string;
  callsInVain: number;
  raisedAt: string | null;
}

/** Everybody who is to be called, and about what. */
export const listToCall = (tx: Transaction): Promise<ToCall[]> =>
  tx.query(
    `select w.message_id as "messageId", w.person_id as "personId", p.name as person, p.unit_id as "unitId", u.name as unit,
       m.title, m.created_at as "messageAt", w.reason, w.opened_at as "openedAt", w.calls_in_vain as "callsInVain",
       w.raised_at as "raisedAt"
     from reach_watch w join message m on m.jurisdiction_id = $1 and m.id = w.message_id and m.state <> 'read'
       join person p on p.jurisdiction_id = $1 and p.id = w.person_id
       join unit u on u.jurisdiction_id = $1 and u.id = p.unit_id
     where w.jurisdiction_id = $1 and w.state = 'toCall' order by w.opened_at, p.username, m.created_at, m.id`,
    [tx.scope.jurisdictionId],
  );

/** Locks what of these messages a person is to be called about. */
export const lockToCall = (
  tx: Transaction,
  personId: string,
  messageIds: readonly string[],
): Promise<{ messageId: string; callsInVain: number; raisedAt: string | null; messageAt: string }[]> =>
  tx.query(
    `select w.message_id as "messageId", w.calls_in_vain as "callsInVain", w.raised_at as "raisedAt",
       m.created_at as "messageAt"
     from reach_watch w join message m on m.jurisdiction_id = $1 and m.id = w.message_id
     where w.jurisdiction_id = $1 and w.person_id = $2 and w.message_id = any($3::uuid[]) and w.state = 'toCall'
     order by w.message_id for update of w`,
    [tx.scope.jurisdictionId, personId, [...messageIds]],
  );

/** The person has been told by telephone: that counts as delivered, and nothing more is to be called about. */
export const endWatches = (tx: Transaction, messageIds: readonly string[], at: string): Promise<number> =>
  tx.execute(
    `update reach_watch set state = 'over', ended_at = $3
     where jurisdiction_id = $1 and message_id = any($2::uuid[])`,
    [tx.scope.jurisdictionId, [...messageIds], at],
  );

/** A call in vain is counted; `raised`: it goes up from here. */
export const countCallInVain = (
  tx: Transaction,
  messageIds: readonly string[],
  raisedAt: string | null,
): Promise<number> =>
  tx.execute(
    `update reach_watch set calls_in_vain = calls_in_vain + 1, raised_at = coalesce(raised_at, $3)
     where jurisdiction_id = $1 and message_id = any($2::uuid[])`,
    [tx.scope.jurisdictionId, [...messageIds], raisedAt],
  );

/** Whose every call is over: the alert that asked for them is settled. */
export const settleUnreachedAlerts = (
  tx: Transaction,
  personIds: readonly string[],
  at: string,
): Promise<number> =>
  tx.execute(
    `update alert a set state = 'settled', settled_at = $3
     where a.jurisdiction_id = $1 and a.kind = 'unreached' and a.state = 'open' and a.subject_id = any($2::uuid[])
       and not exists (select from reach_watch w where w.jurisdiction_id = $1 and w.person_id = a.subject_id
         and w.state = 'toCall')`,
    [tx.scope.jurisdictionId, [...personIds], at],
  );

export type CallOutcome = 'reached' | 'leftWord' | 'noAnswer' | 'wrongNumber';

export interface PhoneCallWrite {
  id: string;
  messageId: string;
  calledAt: string;
  recordedAt: string;
  calledBy: string;
  outcome: CallOutcome;
  /** Whom the officer spoke with; empty where nobody answered. */
  reached: string;
  words: string;
}

/** Writes calls down; false: they were written down before. */
export async function insertPhoneCalls(tx: Transaction, calls: readonly PhoneCallWrite[]): Promise<boolean> {
  const written = await tx.execute(
    `insert into phone_call (jurisdiction_id, id, message_id, called_at, recorded_at, called_by, outcome, reached, words)
     select $2, w.id, w."messageId", w."calledAt", w."recordedAt", w."calledBy", w.outcome, w.reached, w.words
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "messageId" uuid, "calledAt" timestamptz, "recordedAt" timestamptz,
       "calledBy" uuid, outcome text, reached text, words text)
     on conflict (jurisdiction_id, id) do nothing`,
    [json(calls), tx.scope.jurisdictionId],
  );
  return written > 0;
}

export interface CallRead {
  messageId: string;
  calledAt: string;
  officer: string;
  outcome: CallOutcome;
  reached: string;
  words: string;
}

export const callsAbout = (tx: Transaction, messageIds: readonly string[]): Promise<CallRead[]> =>
  tx.query(
    `select c.message_id as "messageId", c.called_at as "calledAt", p.name as officer, c.outcome, c.reached, c.words
     from phone_call c join person p on p.jurisdiction_id = $1 and p.id = c.called_by
     where c.jurisdiction_id = $1 and c.message_id = any($2::uuid[]) order by c.called_at desc, c.id`,
    [tx.scope.jurisdictionId, [...messageIds]],
  );
