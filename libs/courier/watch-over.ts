import { identifierOf } from '#accountability';
import type { Instant } from '#calendar';
import {
  endReadWatches,
  openUnread,
  openUnreachedBy,
  raiseAlerts,
  releaseNextInOrder,
  settleUnreachedAlerts,
  type Transaction,
  type Unread,
} from '#persistence';

const BATCH = 500;

/** Demanded messages that are unread for too long are put on the list of calls; what was read comes off it. */
export async function watchOver(tx: Transaction, now: Instant): Promise<void> {
  const read = await endReadWatches(tx, now);
  if (read.length > 0) await settleUnreachedAlerts(tx, read, now);
  for (;;) {
    const unread = await openUnread(tx, now, '已发送，逾期未读', BATCH);
    await askToCall(tx, unread, '已发送，逾期未读', now);
    if (unread.length < BATCH) return;
  }
}

/** A letter was given up: the next way in its person's order is taken now, or where there is none, they are called. */
export async function wayIsClosed(
  tx: Transaction,
  letterId: string,
  why: string,
  now: Instant,
): Promise<void> {
  await releaseNextInOrder(tx, letterId, now);
  const reason = `各渠道均未送达。最后一次，${why}`.slice(0, 500);
  await askToCall(tx, await openUnreachedBy(tx, letterId, now, reason), reason, now);
}

/** One alert for a person, however many messages have not reached them; while it is open, no second. */
async function askToCall(
  tx: Transaction,
  unread: readonly Unread[],
  reason: string,
  now: Instant,
): Promise<void> {
  const ofPerson = new Map<string, Unread[]>();
  for (const one of unread) ofPerson.set(one.personId, [...(ofPerson.get(one.personId) ?? []), one]);
  await raiseAlerts(
    tx,
    [...ofPerson.values()].flatMap((messages) => {
      const [first] = messages;
      if (first === undefined) return [];
      const key = `${first.personId}/unreached@${first.messageId}`;
      const more = messages.length > 1 ? `等${messages.length}件` : '';
      return {
        id: identifierOf('alert', key),
        kind: 'unreached',
        level: 'info',
        planId: null,
        unitId: first.unitId,
        subjectKind: 'person',
        subjectId: first.personId,
        noticeId: null,
        title: `消息未能通知到${first.person}，请电话通知`,
        detail: `《${first.title}》${more}：${reason}。请电话通知本人，并在“电话通知”中登记。`,
        raisedAt: now,
        idempotencyKey: key,
      };
    }),
  );
}
