import { wantsType } from '#accountability';
import { placedAfter, readWebhook, streamProgress, webhookOfKey, type WebhookOfKey } from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { placeEvents } from './place-events.js';
import { hashOfKey } from './secrets.js';

export interface EventsRead {
  /** Documents as they are pushed, to the byte. */
  documents: string[];
  /** The cursor to go on from: also where nothing of what was looked at is for this system. */
  next: number;
  /** There is more after it already. */
  more: boolean;
}

/** So many positions are looked at for one answer. */
const SCANNED = 2_000;

/** Whose key this is; null: nobody's, or no longer. @param now of the wall's clock */
export const readerOfKey = (context: EngineContext, key: string, now: string): Promise<WebhookOfKey | null> =>
  context.database.outsideTenants((tx) => webhookOfKey(tx, hashOfKey(key), now));

/**
 * The events after a cursor that a subscription is for, oldest first. Row-level security holds for the reader's unit.
 * Works as well while the subscription is paused, to catch up.
 *
 * @param after 0: from the beginning
 */
export async function readEvents(
  context: EngineContext,
  reader: WebhookOfKey,
  { after, limit, baseUrl }: { after: number; limit: number; baseUrl: string | null },
): Promise<EventsRead> {
  const { jurisdictionId, unitId, subscriptionId } = reader;
  await placeEvents(context, jurisdictionId, { baseUrl });
  return context.database.transaction({ jurisdictionId, unitId }, async (tx) => {
    const webhook = await readWebhook(tx, subscriptionId);
    if (webhook === null) return { documents: [], next: after, more: false };
    const { lastPosition } = await streamProgress(tx);
    const upTo = Math.max(after, Math.min(after + SCANNED, lastPosition));
    const rows = await placedAfter(tx, after, upTo);
    const wanted = rows.filter(({ type }) => wantsType(webhook.eventTypes, type));
    const given = wanted.slice(0, limit);
    const next = given.length < wanted.length ? (given.at(-1)?.position ?? after) : upTo;
    return { documents: given.map(({ document }) => document), next, more: next < lastPosition };
  });
}
