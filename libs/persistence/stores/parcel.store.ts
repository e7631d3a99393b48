import type { Transaction } from '../transaction.js';

/**
 * Decides for messages which contacts they go to, once. A person's contacts get what the person is told; a unit's
 * group gets it once however many of its people are told. `demanded` kinds go to those too who want notices only.
 * Returns how many messages were looked at.
 */
export async function shareOutMessages(
  tx: Transaction,
  demanded: readonly string[],
  limit: number,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `with fresh as (
       select id, person_id, unit_id, kind, notice_id, subject_id, title, deliver_at, created_at
       from message where jurisdiction_id = $1 and not shared_out
       order by created_at, id limit $3 for update skip locked),
     shared as (
       insert into parcel (jurisdiction_id, message_id, contact_id, due_at)
       select distinct on (contact_id, told) $1, message_id, contact_id, due_at
       from (
         select c.id as contact_id, f.id as message_id, case when c.any_hour then f.created_at else f.deliver_at end as due_at,
           case when c.person_id is null
             then concat_ws('/', f.kind, f.title, f.subject_id, f.created_at) else f.id::text end as told
         from fresh f join contact c on c.jurisdiction_id = $1 and c.state = 'inUse'
           and (c.person_id = f.person_id or c.unit_id = f.unit_id)
           and (c.wants = 'everything' or f.notice_id is not null or f.kind = any($2::text[]))) as wanted
       order by contact_id, told, message_id
       on conflict do nothing),
     done as (
       update message m set shared_out = true from fresh f where m.jurisdiction_id = $1 and m.id = f.id returning 1)
     select count(*)::int as count from done`,
    [tx.scope.jurisdictionId, [...demanded], limit],
  );
  return row?.count ?? 0;
}

export interface DueParcel {
  contactId: string;
  channelId: string;
  messageId: string;
  /** Null: the contact is a unit's group. */
  personId: string | null;
  title: string;
  body: string;
}

/** Parcels whose time has come and that are in no letter yet, by contact; read messages need no letter any more. */
export const takeDueParcels = (tx: Transaction, now: string, limit: number): Promise<DueParcel[]> =>
  tx.query(
    `with due as (
       select p.contact_id, p.message_id from parcel p
       where p.jurisdiction_id = $1 and p.letter_id is null and p.due_at <= $2
       order by p.contact_id, p.due_at, p.message_id limit $3 for update skip locked)
     select d.contact_id as "contactId", c.channel_id as "channelId", m.id as "messageId", c.person_id as "personId",
       m.title, m.body
     from due d join contact c on c.jurisdiction_id = $1 and c.id = d.contact_id
       join message m on m.jurisdiction_id = $1 and m.id = d.message_id
     where c.state = 'inUse' and m.state <> 'read'
     order by d.contact_id, m.created_at, m.id`,
    [tx.scope.jurisdictionId, now, limit],
  );

/** Parcels that need no letter any more: read meanwhile, or the contact is not in use. */
export const dropIdleParcels = (tx: Transaction, now: string): Promise<number> =>
  tx.execute(
    `delete from parcel p using message m, contact c
     where p.jurisdiction_id = $1 and p.letter_id is null and p.due_at <= $2
       and m.jurisdiction_id = $1 and m.id = p.message_id and c.jurisdiction_id = $1 and c.id = p.contact_id
       and (m.state = 'read' or c.state <> 'inUse')`,
    [tx.scope.jurisdictionId, now],
  );
