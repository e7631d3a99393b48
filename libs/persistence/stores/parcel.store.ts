import { json, type Transaction } from '../transaction.js';
import type { ChannelKind } from './channel.store.js';

/** A message that nobody has looked at yet for contacts outside the inbox. */
export interface FreshMessage {
  id: string;
  personId: string;
  unitId: string;
  kind: string;
  noticeId: string | null;
  subjectId: string | null;
  title: string;
  deliverAt: string;
  createdAt: string;
}

/** Takes messages to share them out; they count as shared out from here on. */
export const takeFreshMessages = (tx: Transaction, limit: number): Promise<FreshMessage[]> =>
  tx.query(
    `with fresh as (
       select id from message where jurisdiction_id = $1 and not shared_out
       order by created_at, id limit $2 for update skip locked)
     update message m set shared_out = true from fresh f where m.jurisdiction_id = $1 and m.id = f.id
     returning m.id, m.person_id as "personId", m.unit_id as "unitId", m.kind, m.notice_id as "noticeId",
       m.subject_id as "subjectId", m.title, m.deliver_at as "deliverAt", m.created_at as "createdAt"`,
    [tx.scope.jurisdictionId, limit],
  );

/** An address in use, and what its owner wants there. */
export interface UsableContact {
  id: string;
  kind: ChannelKind;
  personId: string | null;
  unitId: string | null;
  wants: 'everything' | 'notices';
  unwanted: string[];
  anyHour: boolean;
  place: number;
}

/** Addresses in use of persons, and of units' groups, in the order in which they were given their places. */
export const usableContacts = (
  tx: Transaction,
  personIds: readonly string[],
  unitIds: readonly string[],
): Promise<UsableContact[]> =>
  tx.query(
    `select c.id, ch.kind, c.person_id as "personId", c.unit_id as "unitId", c.wants, c.unwanted, c.any_hour as "anyHour",
       c.place
     from contact c join channel ch on ch.jurisdiction_id = $1 and ch.id = c.channel_id
     where c.jurisdiction_id = $1 and c.state = 'inUse' and (c.person_id = any($2::uuid[]) or c.unit_id = any($3::uuid[]))
     order by c.place, ch.name, c.address, c.id`,
    [tx.scope.jurisdictionId, [...personIds], [...unitIds]],
  );

/** Why a parcel waits. */
export type HeldFor = 'quietHours' | 'order' | 'throttle';

export interface ParcelWrite {
  messageId: string;
  contactId: string;
  dueAt: string;
  heldFor: HeldFor | null;
}

export async function insertParcels(tx: Transaction, parcels: readonly ParcelWrite[]): Promise<void> {
  if (parcels.length === 0) return;
  await tx.execute(
    `insert into parcel (jurisdiction_id, message_id, contact_id, due_at, held_for)
     select $2, w."messageId", w."contactId", w."dueAt", w."heldFor"
     from jsonb_to_recordset($1::jsonb) as w ("messageId" uuid, "contactId" uuid, "dueAt" timestamptz, "heldFor" text)
     on conflict do nothing`,
    [json(parcels), tx.scope.jurisdictionId],
  );
}

export interface DueParcel {
  contactId: string;
  channelId: string;
  messageId: string;
  /** Null: the contact is a unit's group. */
  personId: string | null;
  title: string;
  body: string;
  createdAt: string;
}

/** Parcels whose time has come and that are in no letter yet, by contact; read messages need no letter any more. */
export const takeDueParcels = (tx: Transaction, dueBy: string, limit: number): Promise<DueParcel[]> =>
  tx.query(
    `with due as (
       select p.contact_id, p.message_id from parcel p
       where p.jurisdiction_id = $1 and p.letter_id is null and p.due_at <= $2
       order by p.contact_id, p.due_at, p.message_id limit $3 for update skip locked)
     select d.contact_id as "contactId", c.channel_id as "channelId", m.id as "messageId", c.person_id as "personId",
       m.title, m.body, m.created_at as "createdAt"
     from due d join contact c on c.jurisdiction_id = $1 and c.id = d.contact_id
       join message m on m.jurisdiction_id = $1 and m.id = d.message_id
     where c.state = 'inUse' and m.state <> 'read'
     order by d.contact_id, m.created_at, m.id`,
    [tx.scope.jurisdictionId, dueBy, limit],
  );

/** The earliest clock that ran down in the stretch and has not been fired yet. */
export async function unfiredSince(tx: Transaction, since: string, by: string): Promise<string | null> {
  const [row] = await tx.query<{ at: string | null }>(
    `select min(projected_at) as at from deadline
     where jurisdiction_id = $1 and state = 'armed' and projected_at > $2 and projected_at <= $3`,
    [tx.scope.jurisdictionId, since, by],
  );
  return row?.at ?? null;
}

/**
 * Parcels that need no letter any more: read meanwhile, the contact is not in use, or the way before it in the
 * person's order is known to have reached them.
 */
export const dropIdleParcels = (tx: Transaction, now: string): Promise<number> =>
  tx.execute(
    `delete from parcel p using message m, contact c
     where p.jurisdiction_id = $1 and p.letter_id is null and p.due_at <= $2
       and m.jurisdiction_id = $1 and m.id = p.message_id and c.jurisdiction_id = $1 and c.id = p.contact_id
       and (m.state = 'read' or c.state <> 'inUse'
         or (p.held_for = 'order' and exists (
           select 1 from parcel other join contact oc on oc.jurisdiction_id = $1 and oc.id = other.contact_id
             join letter l on l.jurisdiction_id = $1 and l.id = other.letter_id
           where other.jurisdiction_id = $1 and other.message_id = p.message_id and oc.person_id = c.person_id
             and l.state in ('delivered', 'read'))))`,
    [tx.scope.jurisdictionId, now],
  );

/** What is due for these contacts waits until then: they have had as many letters as may be for now. */
export const holdParcels = (
  tx: Transaction,
  holds: readonly { contactId: string; until: string }[],
  now: string,
): Promise<number> =>
  tx.execute(
    `update parcel p set due_at = w.until, held_for = 'throttle'
     from jsonb_to_recordset($1::jsonb) as w ("contactId" uuid, until timestamptz)
     where p.jurisdiction_id = $2 and p.contact_id = w."contactId" and p.letter_id is null and p.due_at <= $3`,
    [json(holds), tx.scope.jurisdictionId, now],
  );

/** A way has failed: what waits for it in its person's order goes the next way now. */
export const releaseNextInOrder = (tx: Transaction, letterId: string, now: string): Promise<number> =>
  tx.execute(
    `with failed as (
       select p.message_id, c.person_id from parcel p join contact c on c.jurisdiction_id = $1 and c.id = p.contact_id
       where p.jurisdiction_id = $1 and p.letter_id = $2 and c.person_id is not null),
     next as (
       select distinct on (p.message_id) p.message_id, p.contact_id
       from failed f join parcel p on p.jurisdiction_id = $1 and p.message_id = f.message_id
         join contact c on c.jurisdiction_id = $1 and c.id = p.contact_id and c.person_id = f.person_id
       where p.letter_id is null and p.held_for = 'order'
       order by p.message_id, p.due_at)
     update parcel p set due_at = least(p.due_at, $3), held_for = null from next n
     where p.jurisdiction_id = $1 and p.message_id = n.message_id and p.contact_id = n.contact_id`,
    [tx.scope.jurisdictionId, letterId, now],
  );
