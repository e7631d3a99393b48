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
  pausedAt: string | null;
  /** Null: the system paused it. */
  pausedBy: string | null;
  /** Whether gateways have an address to report at. */
  takesReceipts: boolean;
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
  paused_at as "pausedAt", paused_by as "pausedBy", receipt_hash is not null as "takesReceipts", created_at as "createdAt"`;

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

/** Null as reason: it goes on. `by` null: the system did it. */
export const pauseChannel = (
  tx: Transaction,
  name: string,
  reason: string | null,
  { at, by }: { at: string; by: string | null },
): Promise<number> =>
  tx.execute(
    `update channel set state = case when $3::text is null then 'on' else 'paused' end, paused_reason = $3,
       paused_at = case when $3::text is null then null else $4::timestamptz end,
       paused_by = case when $3::text is null then null else $5::uuid end
     where jurisdiction_id = $1 and name = $2`,
    [tx.scope.jurisdictionId, name, reason, at, by],
  );

/** Gives a channel another secret address for receipts; the former one is dead from now on. */
export const putReceiptAddress = (tx: Transaction, id: string, receiptHash: string): Promise<number> =>
  tx.execute('update channel set receipt_hash = $3 where jurisdiction_id = $1 and id = $2', [
    tx.scope.jurisdictionId,
    id,
    receiptHash,
  ]);
