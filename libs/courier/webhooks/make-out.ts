import { identifierOf, wantsType } from '#accountability';
import type { Instant } from '#calendar';
import {
  insertDeliveries,
  moveWebhook,
  placedHeads,
  streamProgress,
  type Transaction,
  type WebhookSubscriptionRead,
} from '#persistence';

/** So many deliveries wait at most; the rest stays in the stream until there is room. */
const WINDOW = 500;
/** So many positions are looked at in one statement, and so many times that in one transaction. */
const SCANNED = 1_000;
const SCANS = 10;

/**
 * Makes out a delivery for each event after the subscription's cursor that it is for, in the order of the stream, and
 * moves the cursor. What belongs to another unit the transaction does not see. Returns whether there is more.
 */
export async function makeOut(
  tx: Transaction,
  webhook: WebhookSubscriptionRead,
  waiting: number,
  now: Instant,
): Promise<boolean> {
  const { lastPosition } = await streamProgress(tx);
  let { position } = webhook;
  let room = WINDOW - waiting;
  for (let scan = 0; position >= 0 && position < lastPosition && room > 0 && scan < SCANS; scan += 1) {
    const upTo = Math.min(position + SCANNED, lastPosition);
    const wanted = (await placedHeads(tx, position, upTo)).filter(({ type }) =>
      wantsType(webhook.eventTypes, type),
    );
    const taken = wanted.slice(0, room);
    const deliveries = taken.map((event) => ({
      ...event,
      id: identifierOf('webhookDelivery', webhook.id, String(event.position)),
      document: null,
    }));
    if (deliveries.length > 0) await insertDeliveries(tx, webhook.id, deliveries, now);
    room -= taken.length;
    position = taken.length < wanted.length ? (taken.at(-1)?.position ?? position) : upTo;
  }
  if (position !== webhook.position) await moveWebhook(tx, webhook.id, position);
  return position >= 0 && position < lastPosition && room > 0;
}
