import { refuse, type Actor, type Outcome } from '#accountability';
import { addMinutes, type Instant } from '#calendar';
import {
  changeWebhook,
  endDeadDeliveries,
  followTrail,
  insertDeliveries,
  insertWebhook,
  lockWebhook,
  moveWebhook,
  NOT_BEGUN,
  pauseWebhook,
  positionBefore,
  removeWebhook,
  renewWebhookSecret,
  resumeWebhook,
  sendDeliveryAgain,
  streamProgress,
  wakeDeliveries,
  webhookNameFree,
  type Transaction,
  type WebhookSubscriptionRead,
} from '#persistence';
import { randomUUID } from 'node:crypto';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { DOCUMENT_VERSION } from './event-document.js';
import { mayManageSome, refuseStranger } from './may-manage.js';
import { outgoingRulesOf } from './outgoing-rules.js';
import { settingsTag } from '../settings-tag.js';
import { hashOfKey, newSecrets, type NewSecrets } from './secrets.js';
import { differing, fingerprint, recordSetting } from '../trail/index.js';

/** Seals what must be used again but never shown. */
export type Seal = (secret: unknown) => string;

export interface WebhookCommand {
  jurisdictionId: string;
  actor: Actor;
  webhookId: string;
}

export interface WebhookWanted {
  name: string;
  url: string;
  /** `*`, `task.*`, `notice.issued`. */
  eventTypes: readonly string[];
}

export interface AddWebhookCommand extends WebhookWanted {
  jurisdictionId: string;
  actor: Actor;
  /** Whose system it is: it is told of this unit's rows alone. Null: the jurisdiction's, it is told of everything. */
  unitId: string | null;
}

const NOT_FOUND = refuse('SubjectNotFound', '找不到这个订阅；它可能已被删除，或不在您的管理范围内。');
const NAME_TAKEN = refuse('InputInvalid', '已有同名的订阅；请换一个名称。', { field: 'name' });

/**
 * Registers another system. It is told of what happens from now on; of what was before, when somebody replays it. Secret
 * and key are told this once.
 */
export function addWebhook(
  context: EngineContext,
  command: AddWebhookCommand,
  seal: Seal,
): Promise<Outcome<NewSecrets & { webhookId: string }>> {
  const { jurisdictionId, actor, unitId, name, url, eventTypes } = command;
  return inTransaction(
    context,
    jurisdictionId,
    async (tx): Promise<Outcome<NewSecrets & { webhookId: string }>> => {
      const refused = refuseStranger(actor, unitId);
      if (refused) return refused;
      if (unitId !== null) {
        const units = await tx.query(
          'select 1 from unit where jurisdiction_id = $1 and id = $2 and not is_group',
          [jurisdictionId, unitId],
        );
        if (units.length === 0)
          return refuse('UnitUnknown', '没有这个单位，或它是单位组。', { field: 'unitId' });
      }
      await followTrail(tx);
      const { lastPosition, earlierFrom } = await streamProgress(tx);
      const webhookId = randomUUID();
      const secrets = newSecrets();
      const written = await insertWebhook(tx, {
        id: webhookId,
        unitId,
        name,
        url,
        eventTypes,
        sealedSecret: seal(secrets.secret),
        keyHash: hashOfKey(secrets.key),
        position: earlierFrom === null ? lastPosition : NOT_BEGUN,
        createdAt: context.clock.now(),
        createdBy: actor.personId,
      });
      if (written === 0) return NAME_TAKEN;
      await record(tx, actor, webhookId, 'added', {
        after: {
          name,
          url,
          eventTypes,
          unitId,
          secret: fingerprint(secrets.secret),
          key: fingerprint(secrets.key),
        },
      });
      return { ok: true, value: { webhookId, ...secrets } };
    },
  );
}

/** Does something with a subscription that this person has in hand; it is locked meanwhile. */
function withWebhook<T>(
  context: EngineContext,
  { jurisdictionId, actor, webhookId }: WebhookCommand,
  work: (tx: Transaction, webhook: WebhookSubscriptionRead, now: Instant) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<T>> => {
    const webhook = await lockWebhook(tx, webhookId);
    if (webhook === null) return NOT_FOUND;
    const refused = refuseStranger(actor, webhook.unitId);
    // The head of another unit is not even told that it is there.
    if (refused) return mayManageSome(actor) ? NOT_FOUND : refused;
    return work(tx, webhook, context.clock.now());
  });
}

/** A mark of what can be changed of a subscription by hand. */
export const webhookTag = ({ name, url, eventTypes }: WebhookWanted): string =>
  settingsTag([name, url, eventTypes]);

/** `seen`: the mark of what the person saw; another one by now is refused. */
export const updateWebhook = (
  context: EngineContext,
  command: WebhookCommand & WebhookWanted & { seen?: string },
): Promise<Outcome<{ webhookId: string }>> =>
  withWebhook(context, command, async (tx, webhook) => {
    const { id } = webhook;
    if (command.seen !== undefined && command.seen !== webhookTag(webhook))
      return refuse('VersionConflict', '这个订阅刚刚已有改动，不是您看到的内容；请刷新后重新提交。');
    if (!(await webhookNameFree(tx, command.name, id))) return NAME_TAKEN;
    const { name, url, eventTypes } = command;
    await changeWebhook(tx, { id, name, url, eventTypes });
    const changed = differing(
      { name: webhook.name, url: webhook.url, eventTypes: webhook.eventTypes },
      { name, url, eventTypes },
    );
    await record(tx, command.actor, id, 'changed', { before: changed.before, after: changed.after });
    return { ok: true, value: { webhookId: id } };
  });

/** A new secret and a new key. The former ones hold on for as long as the policy says, unless they got about. */
export const renewWebhook = (
  context: EngineContext,
  command: WebhookCommand & { atOnce?: boolean },
  seal: Seal,
): Promise<Outcome<NewSecrets & { formerUntil: Instant }>> =>
  withWebhook(context, command, async (tx, { id }, now) => {
    const secrets = newSecrets();
    const { secretOverlapHours } = await outgoingRulesOf(context)(tx);
    const formerUntil = command.atOnce === true ? now : addMinutes(now, secretOverlapHours * 60);
    await renewWebhookSecret(tx, {
      id,
      sealedSecret: seal(secrets.secret),
      keyHash: hashOfKey(secrets.key),
      formerUntil,
    });
    await record(tx, command.actor, id, 'secretRenewed', {
      after: { secret: fingerprint(secrets.secret), key: fingerprint(secrets.key), formerUntil },
    });
    return { ok: true, value: { ...secrets, formerUntil } };
  });

export const pauseWebhookByHand = (
  context: EngineContext,
  command: WebhookCommand & { reason: string },
): Promise<Outcome<{ webhookId: string }>> =>
  withWebhook(context, command, async (tx, { id, state }, at) => {
    if (state === 'paused') return refuse('EventNotAllowed', '这个订阅已经暂停。');
    await pauseWebhook(tx, { id, code: 'byPerson', reason: command.reason, at });
    await record(tx, command.actor, id, 'paused', { before: { state }, after: { reason: command.reason } });
    return { ok: true, value: { webhookId: id } };
  });

/**
 * Goes on, with everything that waits, at once. What was given up is sent again, or left out for good if a person says
 * so; until then it holds back what came after it about the same subject.
 */
export const resumeWebhookByHand = (
  context: EngineContext,
  command: WebhookCommand & { givenUp: 'sendAgain' | 'leaveOut' },
): Promise<Outcome<{ webhookId: string; deliveries: number }>> =>
  withWebhook(context, command, async (tx, { id, state }, now) => {
    await resumeWebhook(tx, id);
    await record(tx, command.actor, id, 'resumed', {
      before: { state },
      after: { givenUp: command.givenUp },
    });
    const deliveries = await endDeadDeliveries(tx, id, command.givenUp, now);
    await wakeDeliveries(tx, id, now);
    await settleAlertsOf(tx, id, now);
    return { ok: true, value: { webhookId: id, deliveries } };
  });

export const removeWebhookByHand = (
  context: EngineContext,
  command: WebhookCommand,
): Promise<Outcome<{ webhookId: string }>> =>
  withWebhook(context, command, async (tx, { id, name, url, eventTypes }, now) => {
    await removeWebhook(tx, id);
    await record(tx, command.actor, id, 'removed', { before: { name, url, eventTypes } });
    await settleAlertsOf(tx, id, now);
    return { ok: true, value: { webhookId: id } };
  });

/** A test event, which says nothing of anybody. */
export const pingWebhook = (
  context: EngineContext,
  command: WebhookCommand,
): Promise<Outcome<{ deliveryId: string }>> =>
  withWebhook(context, command, async (tx, { id, name, state }, now) => {
    if (state === 'paused') return refuse('EventNotAllowed', '订阅已暂停；恢复后再发测试事件。');
    const deliveryId = randomUUID();
    const eventId = `evt_${deliveryId}`;
    const document = JSON.stringify({
      id: eventId,
      type: 'webhook.ping',
      version: DOCUMENT_VERSION,
      timestamp: now,
      jurisdiction: command.jurisdictionId,
      subject: null,
      cursor: null,
      data: { webhook: { id, name } },
      link: null,
    });
    const delivery = {
      id: deliveryId,
      position: null,
      subject: eventId,
      type: 'webhook.ping',
      eventId,
      document,
    };
    await insertDeliveries(tx, id, [delivery], now);
    return { ok: true, value: { deliveryId } };
  });

/** Everything after a cursor, or from an instant on, once more: the same documents under the same ids. */
export const replayWebhook = (
  context: EngineContext,
  command: WebhookCommand & { from: { after: number } | { since: Instant } },
): Promise<Outcome<{ after: number }>> =>
  withWebhook(context, command, async (tx, { id, position }) => {
    const { from } = command;
    const after = 'after' in from ? from.after : await positionBefore(tx, from.since);
    if (after === null) return refuse('InputInvalid', '该时间以来没有事件。', { field: 'since' });
    if (after > Math.max(position, 0))
      return refuse(
        'InputInvalid',
        `游标 ${after} 之后的事件还没有推送过；现推送到 ${Math.max(position, 0)}。`,
        {
          field: 'after',
        },
      );
    await moveWebhook(tx, id, after);
    return { ok: true, value: { after } };
  });

export const sendAgain = (
  context: EngineContext,
  command: WebhookCommand & { deliveryId: string },
): Promise<Outcome<{ deliveryId: string }>> =>
  withWebhook(context, command, async (tx, { id }, now) => {
    const sent = await sendDeliveryAgain(tx, id, command.deliveryId, now);
    if (sent === 0) return refuse('SubjectNotFound', '找不到这次推送，或它正在发送。');
    return { ok: true, value: { deliveryId: command.deliveryId } };
  });

const record = (
  tx: Transaction,
  actor: Actor,
  id: string,
  change: string,
  sides: { before?: object; after?: object },
): Promise<void> =>
  recordSetting(tx, {
    action: 'webhookChanged',
    by: actor.personId,
    target: { kind: 'webhook', id },
    details: { change },
    ...sides,
  });

/** What was raised about a subscription is over once somebody has taken it in hand. */
const settleAlertsOf = (tx: Transaction, id: string, at: Instant): Promise<number> =>
  tx.execute(
    `update alert set state = 'settled', settled_at = $3
     where jurisdiction_id = $1 and kind = 'webhook' and idempotency_key like $2 and state = 'open'`,
    [tx.scope.jurisdictionId, `webhook/${id}/%`, at],
  );
