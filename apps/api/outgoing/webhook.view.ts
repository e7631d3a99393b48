import type { WebhookDeliveryView, WebhookView } from '#contract';
import { webhookTag, type Manages } from '#engine';
import type { DeliveryCounts, DeliveryRead, WebhookSubscriptionRead } from '#persistence';
import { unitRef } from '../view/refs.js';

const NONE: Omit<DeliveryCounts, 'subscriptionId'> = {
  waiting: 0,
  failing: 0,
  dead: 0,
  lastDeliveredAt: null,
};

/** A subscription as it is shown: never its secrets. */
export function webhookView(
  row: WebhookSubscriptionRead,
  counts: DeliveryCounts | undefined,
  manages: Manages,
  now: string,
): WebhookView {
  const { waiting, failing, dead, lastDeliveredAt } = counts ?? NONE;
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    eventTypes: row.eventTypes,
    unit: row.unitId === null ? null : unitRef(row.unitId, row.unitName ?? ''),
    state: row.state,
    pausedReason: row.pausedReason,
    pausedAt: row.pausedAt,
    cursor: row.position < 0 ? null : String(row.position),
    waiting,
    failing,
    dead,
    lastDeliveredAt,
    failingSince: row.failingSince,
    formerUntil: row.formerUntil !== null && row.formerUntil > now ? row.formerUntil : null,
    createdAt: row.createdAt,
    etag: `"${webhookTag(row)}"`,
    mayManage: manages.all || (row.unitId !== null && manages.unitIds.includes(row.unitId)),
  };
}

export function deliveryView(row: DeliveryRead, typeLabel: string): WebhookDeliveryView {
  return {
    id: row.id,
    eventId: row.eventId,
    cursor: row.position === null ? null : String(row.position),
    type: row.type,
    typeLabel,
    state: row.state,
    attempts: row.attempts,
    status: row.status,
    failure: row.failure,
    again: row.again,
    nextAttemptAt: row.state === 'pending' || row.state === 'failedForNow' ? row.notBefore : null,
    occurredAt: row.at,
    createdAt: row.createdAt,
    lastAttemptAt: row.lastAttemptAt,
    deliveredAt: row.deliveredAt,
  };
}
