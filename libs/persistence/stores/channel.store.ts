import { json, type Transaction } from '../transaction.js';

export type ChannelKind = 'mail' | 'wecom' | 'dingtalk' | 'feishu' | 'webhook' | 'sms';

export interface ChannelWrite {
  id: string;
  kind: ChannelKind;
  name: string;
  settings: Record<string, unknown>;
  sealedSecret: string | null;
  createdAt: string;
}

export interface ChannelRead extends ChannelWrite {
  state: 'on' | 'paused';
  pausedReason: string | null;
}

/** Opens a channel, or gives the one of this name other settings; what it was paused for stays. */
export const putChannel = (tx: Transaction, channel: ChannelWrite): Promise<number> =>
  tx.execute(
    `insert into channel (jurisdiction_id, id, kind, name, settings, sealed_secret, state, created_at)
     values ($1, $2, $3, $4, $5, $6, 'on', $7)
     on conflict (jurisdiction_id, name) do update set kind = excluded.kind, settings = excluded.settings,
       sealed_secret = coalesce(excluded.sealed_secret, channel.sealed_secret)`,
    [
      tx.scope.jurisdictionId,
      channel.id,
      channel.kind,
      channel.name,
      json(channel.settings),
      channel.sealedSecret,
      channel.createdAt,
    ],
  );

const COLUMNS = `id, kind, name, settings, sealed_secret as "sealedSecret", state, paused_reason as "pausedReason",
  created_at as "createdAt"`;

export const channels = (tx: Transaction): Promise<ChannelRead[]> =>
  tx.query(`select ${COLUMNS} from channel where jurisdiction_id = $1 order by name`, [
    tx.scope.jurisdictionId,
  ]);

/** Channels that may send, each locked: the limits of a peer are counted by one process at a time. */
export const lockOpenChannels = (tx: Transaction): Promise<ChannelRead[]> =>
  tx.query(
    `select ${COLUMNS} from channel where jurisdiction_id = $1 and state = 'on' order by id for update skip locked`,
    [tx.scope.jurisdictionId],
  );

/** Null as reason: it goes on. */
export const pauseChannel = (tx: Transaction, name: string, reason: string | null): Promise<number> =>
  tx.execute(
    `update channel set state = case when $3::text is null then 'on' else 'paused' end, paused_reason = $3
     where jurisdiction_id = $1 and name = $2`,
    [tx.scope.jurisdictionId, name, reason],
  );

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

/** Records an address; one that was refused or taken back is in use again. */
export const putContact = (tx: Transaction, contact: ContactWrite): Promise<number> =>
  tx.execute(
    `insert into contact (jurisdiction_id, id, channel_id, person_id, unit_id, address, wants, any_hour, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'inUse', $9)
     on conflict (jurisdiction_id, channel_id, coalesce(person_id, unit_id), address) do update set
       wants = excluded.wants, any_hour = excluded.any_hour, state = 'inUse', refused_reason = null`,
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
  owner: string;
  state: 'inUse' | 'refused' | 'takenBack';
  refusedReason: string | null;
}

export const contacts = (tx: Transaction): Promise<ContactRead[]> =>
  tx.query(
    `select c.id, c.channel_id as "channelId", c.person_id as "personId", c.unit_id as "unitId", c.address, c.wants,
       c.any_hour as "anyHour", c.created_at as "createdAt", c.state, c.refused_reason as "refusedReason",
       ch.name as channel, coalesce(p.name, u.name) as owner
     from contact c join channel ch on ch.jurisdiction_id = c.jurisdiction_id and ch.id = c.channel_id
       left join person p on p.jurisdiction_id = c.jurisdiction_id and p.id = c.person_id
       left join unit u on u.jurisdiction_id = c.jurisdiction_id and u.id = c.unit_id
     where c.jurisdiction_id = $1 order by owner, ch.name, c.address`,
    [tx.scope.jurisdictionId],
  );

/** Nothing is sent there any more. */
export const takeBackContact = (tx: Transaction, id: string): Promise<number> =>
  tx.execute(`update contact set state = 'takenBack' where jurisdiction_id = $1 and id = $2`, [
    tx.scope.jurisdictionId,
    id,
  ]);
