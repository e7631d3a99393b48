import { json, type Transaction } from '../transaction.js';

/** Deliveries that are not settled: they hold back what comes after them of the same subject. */
const HOLDING = `('pending', 'sending', 'failedForNow', 'dead')`;

export interface DeliveryWrite {
  id: string;
  position: number | null;
  subject: string;
  type: string;
  eventId: string;
  document: string | null;
}

/** Makes out deliveries; one that was settled before is sent anew: a replay. */
export const insertDeliveries = (
  tx: Transaction,
  subscriptionId: string,
  rows: readonly DeliveryWrite[],
  at: string,
): Promise<number> =>
  tx.execute(
    `insert into webhook_delivery (jurisdiction_id, id, subscription_id, position, subject, type, event_id, document, state,
       not_before, created_at)
     select $1, w.id, $2, w.position, w.subject, w.type, w."eventId", w.document, 'pending', $4, $4
     from jsonb_to_recordset($3::jsonb) as w (id uuid, position bigint, subject text, type text, "eventId" text, document text)
     on conflict (jurisdiction_id, subscription_id, position) do update set state = 'pending', attempts = 0,
       not_before = excluded.not_before, first_attempt_at = null, status = null, failure_code = null, failure = null,
       again = webhook_delivery.attempts > 0, created_at = excluded.created_at, delivered_at = null
       where webhook_delivery.state in ('delivered', 'dead', 'leftOut')`,
    [tx.scope.jurisdictionId, subscriptionId, json(rows), at],
  );

/** How many wait or are on their way, and of these, how many are being sent by somebody who is at work. */
export async function waitingDeliveries(
  tx: Transaction,
  subscriptionId: string,
  now: string,
): Promise<{ waiting: number; sending: number }> {
  const [row] = await tx.query<{ waiting: number; sending: number }>(
    `select count(*)::int as waiting, (count(*) filter (where state = 'sending' and lease_until > $3))::int as sending
     from webhook_delivery where jurisdiction_id = $1 and subscription_id = $2 and state in ${HOLDING}`,
    [tx.scope.jurisdictionId, subscriptionId, now],
  );
  return row ?? { waiting: 0, sending: 0 };
}

export interface ClaimedDelivery {
  id: string;
  type: string;
  eventId: string;
  document: string;
  attempts: number;
  firstAttemptAt: string;
}

/**
 * Takes the next deliveries of a subscription for sending: of each subject the first that is not settled, and that only
 * when it is due. The subscription is locked by the caller.
 */
export const claimDeliveries = (
  tx: Transaction,
  subscriptionId: string,
  { now, leaseUntil, limit }: { now: string; leaseUntil: string; limit: number },
): Promise<ClaimedDelivery[]> =>
  tx.query(
    `with due as (
       select d.id from webhook_delivery d
       where d.jurisdiction_id = $1 and d.subscription_id = $2 and d.state in ${HOLDING}
         and (d.state in ('pending', 'failedForNow') and d.not_before <= $3 or d.state = 'sending' and d.lease_until <= $3)
         and not exists (select from webhook_delivery e where e.jurisdiction_id = $1 and e.subscription_id = $2
           and e.subject = d.subject and e.position < d.position and e.state in ${HOLDING})
       order by d.position nulls first limit $5 for update skip locked),
     claimed as (
       update webhook_delivery d set state = 'sending', attempts = attempts + 1, again = again or d.state = 'sending',
         lease_until = $4, first_attempt_at = coalesce(first_attempt_at, $3), last_attempt_at = $3
       from due where d.jurisdiction_id = $1 and d.id = due.id
       returning d.id, d.position, d.type, d.event_id, d.document, d.attempts, d.first_attempt_at)
     select c.id, c.type, c.event_id as "eventId", coalesce(c.document, o.document) as document, c.attempts,
       c.first_attempt_at as "firstAttemptAt"
     from claimed c left join outgoing_event o on o.jurisdiction_id = $1 and o.position = c.position
     order by c.position nulls first`,
    [tx.scope.jurisdictionId, subscriptionId, now, leaseUntil, limit],
  );

export interface DeliveryEnd {
  id: string;
  attempt: number;
  at: string;
  state: 'delivered' | 'failedForNow' | 'dead';
  status: number | null;
  code: string | null;
  reason: string | null;
  /** It was handed out, and no answer came: it may have arrived. */
  unknown: boolean;
  notBefore: string | null;
}

/** Writes down how an attempt ended, unless another process has taken the delivery over meanwhile. */
export const settleDelivery = async (tx: Transaction, end: DeliveryEnd): Promise<boolean> =>
  (await tx.execute(
    `update webhook_delivery set state = $4, status = $5, failure_code = $6, failure = $7, again = again or $8,
       not_before = $9, lease_until = null, delivered_at = case when $4 = 'delivered' then $10::timestamptz end
     where jurisdiction_id = $1 and id = $2 and attempts = $3 and state = 'sending'`,
    [
      tx.scope.jurisdictionId,
      end.id,
      end.attempt,
      end.state,
      end.status,
      end.code,
      end.reason,
      end.unknown,
      end.notBefore,
      end.at,
    ],
  )) > 0;

/** Deliveries that were given up are sent again, or left out for good: then they hold nothing back any more. */
export const endDeadDeliveries = (
  tx: Transaction,
  subscriptionId: string,
  how: 'sendAgain' | 'leaveOut',
  at: string,
): Promise<number> =>
  tx.execute(
    `update webhook_delivery set state = case when $3 = 'sendAgain' then 'pending' else 'leftOut' end,
       attempts = case when $3 = 'sendAgain' then 0 else attempts end, again = again or $3 = 'sendAgain',
       first_attempt_at = case when $3 = 'sendAgain' then null else first_attempt_at end,
       not_before = case when $3 = 'sendAgain' then $4::timestamptz end
     where jurisdiction_id = $1 and subscription_id = $2 and state = 'dead'`,
    [tx.scope.jurisdictionId, subscriptionId, how, at],
  );

/** What failed waits no longer: after a pause, everything is tried at once. */
export const wakeDeliveries = (tx: Transaction, subscriptionId: string, at: string): Promise<number> =>
  tx.execute(
    `update webhook_delivery set not_before = $3, first_attempt_at = null
     where jurisdiction_id = $1 and subscription_id = $2 and state = 'failedForNow'`,
    [tx.scope.jurisdictionId, subscriptionId, at],
  );

/** One delivery once more, settled or waiting; not one that is being sent. */
export const sendDeliveryAgain = (
  tx: Transaction,
  subscriptionId: string,
  id: string,
  at: string,
): Promise<number> =>
  tx.execute(
    `update webhook_delivery set state = 'pending', attempts = 0, not_before = $4, first_attempt_at = null,
       again = again or attempts > 0, delivered_at = null
     where jurisdiction_id = $1 and subscription_id = $2 and id = $3 and state <> 'sending'`,
    [tx.scope.jurisdictionId, subscriptionId, id, at],
  );

export interface DeliveryRead {
  id: string;
  position: number | null;
  type: string;
  eventId: string;
  state: 'pending' | 'sending' | 'delivered' | 'failedForNow' | 'dead' | 'leftOut';
  attempts: number;
  status: number | null;
  failure: string | null;
  again: boolean;
  notBefore: string | null;
  createdAt: string;
  lastAttemptAt: string | null;
  deliveredAt: string | null;
  at: string | null;
}

/** Where a page of deliveries ended; the position of a test is 0. */
export interface DeliveryMark {
  at: string;
  position: number;
  id: string;
}

/** The latest first; what was made out together by its position. */
export const deliveriesOf = (
  tx: Transaction,
  subscriptionId: string,
  { states, limit, before }: { states: readonly string[]; limit: number; before?: DeliveryMark },
): Promise<DeliveryRead[]> =>
  tx.query(
    `select d.id, d.position, d.type, d.event_id as "eventId", d.state, d.attempts, d.status, d.failure, d.again,
       d.not_before as "notBefore", d.created_at as "createdAt", d.last_attempt_at as "lastAttemptAt",
       d.delivered_at as "deliveredAt", o.at
     from webhook_delivery d left join outgoing_event o on o.jurisdiction_id = $1 and o.position = d.position
     where d.jurisdiction_id = $1 and d.subscription_id = $2 and d.state = any($3::text[])
       and ($5::timestamptz is null or (d.created_at, coalesce(d.position, 0), d.id) < ($5, $6::bigint, $7::uuid))
     order by d.created_at desc, coalesce(d.position, 0) desc, d.id desc limit $4`,
    [
      tx.scope.jurisdictionId,
      subscriptionId,
      [...states],
      limit,
      before?.at ?? null,
      before?.position ?? null,
      before?.id ?? null,
    ],
  );

export interface DeliveryCounts {
  subscriptionId: string;
  waiting: number;
  failing: number;
  dead: number;
  lastDeliveredAt: string | null;
}

export const deliveryCounts = (tx: Transaction): Promise<DeliveryCounts[]> =>
  tx.query(
    `select subscription_id as "subscriptionId",
       (count(*) filter (where state in ('pending', 'sending')))::int as waiting,
       (count(*) filter (where state = 'failedForNow'))::int as failing,
       (count(*) filter (where state = 'dead'))::int as dead, max(delivered_at) as "lastDeliveredAt"
     from webhook_delivery where jurisdiction_id = $1 group by subscription_id`,
    [tx.scope.jurisdictionId],
  );

/** Forgets settled deliveries of before; events themselves are kept, and can be sent again from a cursor. */
export const forgetDeliveries = (tx: Transaction, before: string, limit: number): Promise<number> =>
  tx.execute(
    `delete from webhook_delivery where jurisdiction_id = $1 and id in (
       select id from webhook_delivery where jurisdiction_id = $1 and state in ('delivered', 'leftOut') and created_at < $2
       limit $3)`,
    [tx.scope.jurisdictionId, before, limit],
  );
