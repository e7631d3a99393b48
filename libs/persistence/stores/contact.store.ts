import { json, type Transaction } from '../transaction.js';
import type { ChannelKind } from './channel.store.js';

export interface ContactWrite {
  id: string;
  channelId: string;
  personId: string | null;
  unitId: string | null;
  address: string;
  wants: 'everything' | 'notices';
  anyHour: boolean;
  createdAt: string;
}

/** Records an address as that of the directory; one that was refused or taken back is in use again. */
export const putContact = (tx: Transaction, contact: ContactWrite): Promise<number> =>
  tx.execute(
    `insert into contact (jurisdiction_id, id, channel_id, person_id, unit_id, address, wants, any_hour, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'inUse', $9)
     on conflict (jurisdiction_id, channel_id, coalesce(person_id, unit_id), address) do update set
       wants = excluded.wants, any_hour = excluded.any_hour, state = 'inUse', refused_reason = null,
       code_hash = null`,
    [
      tx.scope.jurisdictionId,
      contact.id,
      contact.channelId,
      contact.personId,
      contact.unitId,
      contact.address,
      contact.wants,
      contact.anyHour,
      contact.createdAt,
    ],
  );

export interface ContactRead extends ContactWrite {
  channel: string;
  kind: ChannelKind;
  owner: string;
  keptBy: 'directory' | 'self';
  state: 'unproven' | 'inUse' | 'refused' | 'takenBack';
  refusedReason: string | null;
  unwanted: string[];
  place: number;
  provenAt: string | null;
}

const COLUMNS = `c.id, c.channel_id as "channelId", c.person_id as "personId", c.unit_id as "unitId", c.address, c.wants,
  c.any_hour as "anyHour", c.created_at as "createdAt", c.state, c.refused_reason as "refusedReason", ch.name as channel,
  ch.kind, coalesce(p.name, u.name) as owner, c.kept_by as "keptBy", c.unwanted, c.place, c.proven_at as "provenAt"`;
const JOINS = `from contact c join channel ch on ch.jurisdiction_id = c.jurisdiction_id and ch.id = c.channel_id
  left join person p on p.jurisdiction_id = c.jurisdiction_id and p.id = c.person_id
  left join unit u on u.jurisdiction_id = c.jurisdiction_id and u.id = c.unit_id`;

export const contacts = (tx: Transaction): Promise<ContactRead[]> =>
  tx.query(`select ${COLUMNS} ${JOINS} where c.jurisdiction_id = $1 order by owner, ch.name, c.address`, [
    tx.scope.jurisdictionId,
  ]);

/** Persons' addresses that were not taken back, each in the order of its person. */
export const contactsOfPeople = (tx: Transaction, personIds: readonly string[]): Promise<ContactRead[]> =>
  tx.query(
    `select ${COLUMNS} ${JOINS} where c.jurisdiction_id = $1 and c.person_id = any($2::uuid[]) and c.state <> 'takenBack'
     order by c.person_id, c.place, ch.name, c.address`,
    [tx.scope.jurisdictionId, [...personIds]],
  );

/** A contact that a person has given, with what proves it: locked. */
export interface OwnContact extends ContactRead {
  codeHash: string | null;
  codeExpiresAt: string | null;
  codeTries: number;
  codesSent: number;
  codesSince: string | null;
}

export async function lockContact(tx: Transaction, id: string, personId: string): Promise<OwnContact | null> {
  const [row] = await tx.query<OwnContact>(
    `select ${COLUMNS}, c.code_hash as "codeHash", c.code_expires_at as "codeExpiresAt", c.code_tries as "codeTries",
       c.codes_sent as "codesSent", c.codes_since as "codesSince"
     ${JOINS} where c.jurisdiction_id = $1 and c.id = $2 and c.person_id = $3 and c.state <> 'takenBack' for update of c`,
    [tx.scope.jurisdictionId, id, personId],
  );
  return row ?? null;
}

/** A person gives an address of their own: not used before it is proven. One that is in use stays as it is. */
export async function offerContact(
  tx: Transaction,
  offered: { id: string; channelId: string; personId: string; address: string; place: number; at: string },
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `insert into contact (jurisdiction_id, id, channel_id, person_id, address, wants, state, created_at, kept_by, place)
     values ($1, $2, $3, $4, $5, 'everything', 'unproven', $6, 'self', $7)
     on conflict (jurisdiction_id, channel_id, coalesce(person_id, unit_id), address) do update set
       state = 'unproven', refused_reason = null, kept_by = 'self', wants = 'everything', proven_at = null
     where contact.state <> 'inUse'
     returning id`,
    [
      tx.scope.jurisdictionId,
      offered.id,
      offered.channelId,
      offered.personId,
      offered.address,
      offered.at,
      offered.place,
    ],
  );
  return row?.id ?? null;
}

/** Keeps what a code proves an address by. */
export const putCode = (
  tx: Transaction,
  id: string,
  code: { hash: string; expiresAt: string; sent: number; since: string },
): Promise<number> =>
  tx.execute(
    `update contact set code_hash = $3, code_expires_at = $4, code_tries = 0, codes_sent = $5, codes_since = $6
     where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id, code.hash, code.expiresAt, code.sent, code.since],
  );

export const countCodeTry = (tx: Transaction, id: string): Promise<number> =>
  tx.execute('update contact set code_tries = code_tries + 1 where jurisdiction_id = $1 and id = $2', [
    tx.scope.jurisdictionId,
    id,
  ]);

/** The address is its owner's: it is used from now on. */
export const proveContact = (tx: Transaction, id: string, at: string): Promise<number> =>
  tx.execute(
    `update contact set state = 'inUse', proven_at = $3, code_hash = null, code_expires_at = null, refused_reason = null
     where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id, at],
  );

/** What goes to an address. */
export const chooseForContact = (
  tx: Transaction,
  id: string,
  choice: { unwanted: readonly string[]; anyHour: boolean },
): Promise<number> =>
  tx.execute(
    `update contact set unwanted = $3, any_hour = $4, wants = 'everything' where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id, json(choice.unwanted), choice.anyHour],
  );

/** The order of a person's addresses. */
export const placeContacts = (tx: Transaction, personId: string, ids: readonly string[]): Promise<number> =>
  tx.execute(
    `update contact c set place = w.place from unnest($3::uuid[]) with ordinality as w (id, place)
     where c.jurisdiction_id = $1 and c.person_id = $2 and c.id = w.id`,
    [tx.scope.jurisdictionId, personId, [...ids]],
  );

/** Nothing is sent there any more. */
export const takeBackContact = (tx: Transaction, id: string): Promise<number> =>
  tx.execute(
    `update contact set state = 'takenBack', code_hash = null where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id],
  );

/** What a person has chosen of how they are told. */
export interface MessageChoice {
  personId: string;
  inOrder: boolean;
  hours: { from: string; to: string } | null;
}

export const messageChoices = async (
  tx: Transaction,
  personIds: readonly string[],
): Promise<MessageChoice[]> => {
  const rows = await tx.query<{ personId: string; inOrder: boolean; from: string | null; to: string | null }>(
    `select person_id as "personId", in_order as "inOrder", hours_from as "from", hours_to as "to"
     from message_choice where jurisdiction_id = $1 and person_id = any($2::uuid[])`,
    [tx.scope.jurisdictionId, [...personIds]],
  );
  return rows.map(({ personId, inOrder, from, to }) => ({
    personId,
    inOrder,
    hours: from === null || to === null ? null : { from, to },
  }));
};

export const putMessageChoice = (tx: Transaction, choice: MessageChoice, at: string): Promise<number> =>
  tx.execute(
    `insert into message_choice (jurisdiction_id, person_id, in_order, hours_from, hours_to, chosen_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (jurisdiction_id, person_id) do update set in_order = excluded.in_order,
       hours_from = excluded.hours_from, hours_to = excluded.hours_to, chosen_at = excluded.chosen_at`,
    [
      tx.scope.jurisdictionId,
      choice.personId,
      choice.inOrder,
      choice.hours?.from ?? null,
      choice.hours?.to ?? null,
      at,
    ],
  );
