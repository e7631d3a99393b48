import {
  identifierOf,
  reaches,
  refuse,
  type Actor,
  type Outcome,
  type Policy,
  type SubjectScope,
} from '#accountability';
import { civilDateOf, nextOpenInstant, type Instant } from '#calendar';
import {
  countCallInVain,
  endWatches,
  insertMessages,
  insertPhoneCalls,
  listToCall,
  lockToCall,
  roleHolders,
  settleUnreachedAlerts,
  type CallOutcome,
  type ToCall,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { rulesInForce } from './rules-in-force.js';

export interface RecordCallCommand {
  jurisdictionId: string;
  actor: Actor;
  /** Who was called. */
  personId: string;
  /** The messages that reached nobody and that the call was about. */
  messageIds: readonly string[];
  outcome: CallOutcome;
  /** When; not before the messages, and not to come. Left out: now. */
  calledAt?: Instant | undefined;
  /** Whom the officer spoke with; for a call in vain it may be empty. */
  reached: string;
  /** What was said, or what happened. */
  words: string;
  idempotencyKey: string;
}

export interface RecordedCall {
  calledAt: Instant;
  /** The person has been told: the messages count as delivered. */
  delivered: boolean;
  /** It has gone up: so many calls were in vain. */
  raised: boolean;
}

/** Whether somebody calls whom no channel reaches: whoever the policy says. */
export const callsPeople = (actor: Actor, { messages }: Pick<Policy, 'messages'>): boolean =>
  actor.personId !== null &&
  actor.roles.some(({ role }) => (messages.calls.by as readonly string[]).includes(role));

/**
 * An officer has rung up whom no channel reached (domain.md §8). That the person, or somebody who passes it on, was told
 * counts as delivered; calls in vain are counted, and go up when there have been too many.
 */
export function recordCall(
  context: EngineContext,
  command: RecordCallCommand,
): Promise<Outcome<RecordedCall>> {
  const { jurisdictionId, actor, personId, outcome } = command;
  const [reached, words] = [command.reached.trim(), command.words.trim()];
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<RecordedCall>> => {
    const { policy, calendar } = await rulesInForce(context)(tx);
    if (!callsPeople(actor, policy) || actor.personId === null)
      return refuse('NotPermitted', '您的岗位不负责电话通知；由谁登记，由督办规则中的“消息送达”规定。');
    const told = outcome === 'reached' || outcome === 'leftWord';
    if (words === '' || (told && reached === ''))
      return refuse('InputInvalid', '请写明通话对象和通话情况。', {
        field: words === '' ? 'words' : 'reached',
      });
    const now = context.clock.now();
    const calledAt = command.calledAt ?? now;
    const about = await lockToCall(tx, personId, command.messageIds);
    if (about.length === 0 || about.length < new Set(command.messageIds).size)
      return refuse('SubjectNotFound', '这些消息已不在电话通知名单上：可能已阅读，或已由他人登记。请刷新。');
    if (calledAt > now || about.some(({ messageAt }) => calledAt < messageAt))
      return refuse('InputInvalid', '通话时间应在消息发出之后、现在之前。', { field: 'calledAt' });
    const ids = about.map(({ messageId }) => messageId);
    const written = { calledAt, recordedAt: now, calledBy: actor.personId, outcome, reached, words };
    const fresh = await insertPhoneCalls(
      tx,
      ids.map((messageId) => ({
        id: identifierOf('phoneCall', messageId, command.idempotencyKey),
        messageId,
        ...written,
      })),
    );
    if (!fresh) return { ok: true, value: { calledAt, delivered: told, raised: false } };
    if (told) {
      await endWatches(tx, ids, now);
      await settleUnreachedAlerts(tx, [personId], now);
      return { ok: true, value: { calledAt, delivered: true, raised: false } };
    }
    const most = policy.messages.calls.inVainAtMost;
    const raised = about.some(({ raisedAt, callsInVain }) => raisedAt === null && callsInVain + 1 >= most);
    if (raised) {
      const entries = (await listToCall(tx)).filter(({ messageId }) => ids.includes(messageId));
      const deliverAt = nextOpenInstant(calendar, now, policy.quietHours);
      await tellAbove(tx, entries, policy, { now, deliverAt });
    }
    await countCallInVain(tx, ids, raised ? now : null);
    return { ok: true, value: { calledAt, delivered: false, raised } };
  });
}

/** The first of the policy's roles that somebody else holds is told that the person cannot be reached. */
async function tellAbove(
  tx: Transaction,
  entries: readonly ToCall[],
  policy: Policy,
  { now, deliverAt }: { now: Instant; deliverAt: Instant },
): Promise<void> {
  const [first] = entries;
  if (first === undefined) return;
  const { jurisdictionId } = tx.scope;
  const holders = (await roleHolders(tx, civilDateOf(now))).filter(
    ({ personId }) => personId !== first.personId,
  );
  const place: SubjectScope = { jurisdictionId, planCode: '', actionCode: null, unitIds: [first.unitId] };
  const told = policy.messages.calls.upTo
    .map((role) =>
      holders.filter(
        (holder) => holder.role === role && (holder.scopeKind !== 'unit' || reaches(holder, place)),
      ),
    )
    .find((found) => found.length > 0);
  const people = [...new Map((told ?? []).map((holder) => [holder.personId, holder])).values()];
  const list = entries.map(({ title }, index) => `${index + 1}. ${title}`).join('\n');
  const key = `unreached/${first.personId}/${first.messageId}`;
  await insertMessages(
    tx,
    people.map(({ personId, unitId }) => ({
      id: identifierOf('message', key, personId),
      personId,
      unitId,
      kind: 'unreached',
      subjectKind: null,
      subjectId: null,
      noticeId: null,
      title: `${first.unit}${first.person}联系不上，${entries.length}件消息未能通知到人`,
      body: `已多次拨打电话，仍未联系到本人。请另行通知，或明确代为接收的人员。\n${list}`,
      deliverAt,
      createdAt: now,
      idempotencyKey: `${personId}/${key}`,
    })),
  );
}
