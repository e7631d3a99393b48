import { identifierOf } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import {
  appendOwnSetting,
  insertMessages,
  pauseWebhook,
  raiseAlerts,
  roleHolders,
  systemClock,
  type Transaction,
  type WebhookSubscriptionRead,
} from '#persistence';

const NOWHERE = { subjectKind: null, subjectId: null, noticeId: null } as const;

/**
 * Pauses a subscription aloud: an alert, and a message to the administrators and, for a unit's system, to the head of the
 * unit. What is not delivered waits.
 */
export async function pauseAloud(
  tx: Transaction,
  webhook: WebhookSubscriptionRead,
  code: string,
  reason: string,
  at: Instant,
): Promise<void> {
  if (!(await pauseWebhook(tx, { id: webhook.id, code, reason, at }))) return;
  await appendOwnSetting(tx, {
    action: 'webhookChanged',
    at: systemClock.now(),
    target: { kind: 'webhook', id: webhook.id },
    details: { change: 'paused', code },
    after: { reason },
  });
  const key = `webhook/${webhook.id}/${at}`;
  const title = `事件订阅“${webhook.name}”已暂停`;
  const text = `${reason}。未送达的事件已保留，不会丢失；请与对方系统核对，修正后在“事件订阅”中恢复。`;
  await raiseAlerts(tx, [
    {
      ...NOWHERE,
      id: identifierOf('alert', tx.scope.jurisdictionId, key),
      kind: 'webhook',
      level: 'info',
      planId: null,
      unitId: webhook.unitId,
      title,
      detail: text,
      raisedAt: at,
      idempotencyKey: key,
    },
  ]);
  const holders = (await roleHolders(tx, civilDateOf(at))).filter(
    ({ role, scopeKind, scopeId }) =>
      role === 'administrator' ||
      (role === 'leadUnitHead' && scopeKind === 'unit' && scopeId === webhook.unitId),
  );
  const persons = new Map(holders.map((holder) => [holder.personId, holder]));
  await insertMessages(
    tx,
    [...persons.values()].map(({ personId, unitId }) => ({
      ...NOWHERE,
      id: identifierOf('message', personId, key),
      personId,
      unitId,
      kind: 'incident',
      title,
      body: text,
      deliverAt: at,
      createdAt: at,
      idempotencyKey: `${personId}/${key}`,
    })),
  );
}
