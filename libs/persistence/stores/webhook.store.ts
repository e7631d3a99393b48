import { json, type Queryable, type Transaction } from '../transaction.js';

/** The position of a subscription that was made while the past was still being placed: it is told of none of that. */
export const NOT_BEGUN = -1;

export interface WebhookSubscriptionRead {
  id: string;
  unitId: string | null;
  unitName: string | null;
  name: string;
  url: string;
  eventTypes: string[];
  sealedSecret: string | null;
  formerSealedSecret: string | null;
  formerUntil: string | null;
  state: 'on' | 'paused';
  pausedCode: string | null;
  pausedReason: string | null;
  pausedAt: string | null;
  position: number;
  failures: number;
  failingSince: string | null;
  notBefore: string | null;
  createdAt: string;
}

const READ = `s.id, s.unit_id as "unitId", u.name as "unitName", s.name, s.url, s.event_types as "eventTypes",
  s.sealed_secret as "sealedSecret", s.former_sealed_secret as "formerSealedSecret", s.former_until as "formerUntil",
  s.state, s.paused_code as "pausedCode", s.paused_reason as "pausedReason", s.paused_at as "pausedAt", s.position,
  s.failures, s.failing_since as "failingSince", s.not_before as "notBefore", s.created_at as "createdAt"`;
const FROM = `from webhook_subscription s left join unit u on u.jurisdiction_id = s.jurisdiction_id and u.id = s.unit_id
  where s.jurisdiction_id = $1 and s.state <> 'removed'`;

export const webhookSubscriptions = (tx: Transaction): Promise<WebhookSubscriptionRead[]> =>
  tx.query(`select ${READ} ${FROM} order by s.created_at, s.id`, [tx.scope.jurisdictionId]);

export async function readWebhook(tx: Transaction, id: string): Promise<WebhookSubscriptionRead | null> {
  const [row] = await tx.query<WebhookSubscriptionRead>(`select ${READ} ${FROM} and s.id = $2`, [
    tx.scope.jurisdictionId,
    id,
  ]);
  return row ?? null;
}

export async function lockWebhook(tx: Transaction, id: string): Promise<WebhookSubscriptionRead | null> {
  const [row] = await tx.query<WebhookSubscriptionRead>(
    `select ${READ} ${FROM} and s.id = $2 for update of s`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

/** Null: it is paused or removed, or another process has it in hand just now. */
export async function lockOpenWebhook(tx: Transaction, id: string): Promise<WebhookSubscriptionRead | null> {
  const [row] = await tx.query<WebhookSubscriptionRead>(
    `select ${READ} ${FROM} and s.id = $2 and s.state = 'on' for update of s skip locked`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

export interface WebhookWrite {
  id: string;
  unitId: string | null;
  name: string;
  url: string;
  eventTypes: readonly string[];
  sealedSecret: string;
  keyHash: string;
  position: number;
  createdAt: string;
  createdBy: string | null;
}

/** 0: the name is in use. */
export const insertWebhook = (tx: Transaction, webhook: WebhookWrite): Promise<number> =>
  tx.execute(
    `insert into webhook_subscription (jurisdiction_id, id, unit_id, name, url, event_types, sealed_secret, key_hash, state,
       position, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'on', $9, $10, $11) on conflict do nothing`,
    [
      tx.scope.jurisdictionId,
      webhook.id,
      webhook.unitId,
      webhook.name,
      webhook.url,
      json(webhook.eventTypes),
      webhook.sealedSecret,
      webhook.keyHash,
      webhook.position,
      webhook.createdAt,
      webhook.createdBy,
    ],
  );

/** Whether no other subscription has this name. */
export async function webhookNameFree(
  tx: Transaction,
  name: string,
  exceptId: string | null,
): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from webhook_subscription where jurisdiction_id = $1 and name = $2 and state <> 'removed'
       and id is distinct from $3`,
    [tx.scope.jurisdictionId, name, exceptId],
  );
  return rows.length === 0;
}

export const changeWebhook = (
  tx: Transaction,
  { id, name, url, eventTypes }: { id: string; name: string; url: string; eventTypes: readonly string[] },
): Promise<number> =>
  tx.execute(
    `update webhook_subscription set name = $3, url = $4, event_types = $5 where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id, name, url, json(eventTypes)],
  );

/** The secret and the key that were in use hold on until `formerUntil`. */
export const renewWebhookSecret = (
  tx: Transaction,
  renewal: { id: string; sealedSecret: string; keyHash: string; formerUntil: string },
): Promise<number> =>
  tx.execute(
    `update webhook_subscription set former_sealed_secret = sealed_secret, former_key_hash = key_hash, sealed_secret = $3,
       key_hash = $4, former_until = $5 where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, renewal.id, renewal.sealedSecret, renewal.keyHash, renewal.formerUntil],
  );

/** Whether it was on until now. */
export const pauseWebhook = async (
  tx: Transaction,
  { id, code, reason, at }: { id: string; code: string; reason: string; at: string },
): Promise<boolean> =>
  (await tx.execute(
    `update webhook_subscription set state = 'paused', paused_code = $3, paused_reason = $4, paused_at = $5
     where jurisdiction_id = $1 and id = $2 and state = 'on'`,
    [tx.scope.jurisdictionId, id, code, reason, at],
  )) > 0;

/** Goes on as if the receiver had never failed. */
export const resumeWebhook = (tx: Transaction, id: string): Promise<number> =>
  tx.execute(
    `update webhook_subscription set state = 'on', paused_code = null, paused_reason = null, paused_at = null, failures = 0,
       failing_since = null, not_before = null where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id],
  );

/** Its row stays as a record; its secrets and keys do not. */
export const removeWebhook = (tx: Transaction, id: string): Promise<number> =>
  tx.execute(
    `update webhook_subscription set state = 'removed', sealed_secret = null, former_sealed_secret = null, key_hash = null,
       former_key_hash = null where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id],
  );

export const moveWebhook = (tx: Transaction, id: string, position: number): Promise<number> =>
  tx.execute('update webhook_subscription set position = $3 where jurisdiction_id = $1 and id = $2', [
    tx.scope.jurisdictionId,
    id,
    position,
  ]);

/** How the receiver does: attempts that failed in a row, since when, and until when it is left in peace. */
export const noteWebhookHealth = (
  tx: Transaction,
  health: { id: string; failures: number; failingSince: string | null; notBefore: string | null },
): Promise<number> =>
  tx.execute(
    `update webhook_subscription set failures = $3, failing_since = $4, not_before = $5
     where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, health.id, health.failures, health.failingSince, health.notBefore],
  );

export interface WebhookOfKey {
  jurisdictionId: string;
  subscriptionId: string;
  unitId: string | null;
}

/** Whose key this is. Asked before a jurisdiction is known. */
export async function webhookOfKey(
  outside: Queryable,
  keyHash: string,
  now: string,
): Promise<WebhookOfKey | null> {
  const [row] = await outside.query<WebhookOfKey>(
    `select jurisdiction_id as "jurisdictionId", subscription_id as "subscriptionId", unit_id as "unitId"
     from subscription_of_key($1, $2)`,
    [keyHash, now],
  );
  return row ?? null;
}

/** Jurisdictions whose trail is given positions. */
export const followedJurisdictions = async (outside: Queryable): Promise<string[]> =>
  (await outside.query<{ id: string }>('select jurisdiction_id as id from followed_jurisdictions()')).map(
    ({ id }) => id,
  );

/** The past has its positions: whoever was waiting for that is told of what comes after. */
export const beginWebhooks = (tx: Transaction, position: number): Promise<number> =>
  tx.execute('update webhook_subscription set position = $2 where jurisdiction_id = $1 and position = $3', [
    tx.scope.jurisdictionId,
    position,
    NOT_BEGUN,
  ]);
