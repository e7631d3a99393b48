import { createHash } from 'node:crypto';
import {
  canonicalJson,
  handDownById,
  handedDownById,
  insertHandedDownTask,
  jurisdictionRelations,
  lastReceived,
  receiveCascade,
  setHandDown,
  setHandedDownTask,
  systemClock,
  type AdoptedAs,
  type CascadeIndicator,
  type CascadeMessage,
  type ReleasedFacts,
  type Transaction,
} from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { BY_SYSTEM, recordCascade } from '../trail/index.js';
import { tellOfAnswer, tellOfOffer } from './tell-headquarters.js';

/**
 * Writes the copies of what another jurisdiction has said into the transaction's own, in order, and lets the own row follow. One
 * that is here already is passed over; one that came before what it follows on is left. Returns those that are here now.
 *
 * @param messages ordered within each hand-down
 */
export async function receiveMessages(
  context: EngineContext,
  tx: Transaction,
  fromId: string,
  messages: readonly CascadeMessage[],
): Promise<CascadeMessage[]> {
  const from = (await jurisdictionRelations(tx)).find(({ id, distance }) => id === fromId && distance === 1);
  if (from === undefined) return [];
  const here: CascadeMessage[] = [];
  for (const message of messages) {
    // Whoever else carries the same waits here, and then sees that it is done.
    await lockOf(tx, message, from.relation);
    const last = await lastReceived(tx, message.handDownId);
    if (message.seq > last + 1) continue;
    if (message.seq === last + 1) {
      const copy = { ...message, otherId: fromId };
      if (await receiveCascade(tx, copy, context.clock.now())) {
        await follow(context, tx, copy, from);
        await recordReceived(tx, copy);
      }
    }
    here.push(message);
  }
  return here;
}

/** The own row about it is locked; the first thing that is said from above makes it. */
async function lockOf(
  tx: Transaction,
  { handDownId }: CascadeMessage,
  relation: 'ancestor' | 'child',
): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('luoshi/cascade/' || $1 || '/' || $2, 0))`, [
    tx.scope.jurisdictionId,
    handDownId,
  ]);
  if (relation === 'ancestor') await handedDownById(tx, handDownId, { lock: true });
  else await handDownById(tx, handDownId, { lock: true });
}

async function follow(
  context: EngineContext,
  tx: Transaction,
  message: CascadeMessage,
  from: { id: string; name: string; relation: 'ancestor' | 'child' },
): Promise<void> {
  if (from.relation === 'ancestor') await followUpper(context, tx, message, from.name);
  else await followLower(context, tx, message);
}

/** What the one above has said. */
async function followUpper(
  context: EngineContext,
  tx: Transaction,
  message: CascadeMessage,
  upperName: string,
): Promise<void> {
  const { handDownId: id, kind, body, at } = message;
  if (kind === 'offered') {
    const receivedAt = context.clock.now();
    const offer = body as unknown as Offer;
    await insertHandedDownTask(tx, {
      ...offer,
      id,
      upperId: message.otherId,
      upperName,
      offeredAt: at,
      receivedAt,
    });
    await tellOfOffer(context, tx, { id, upperName, ...offer });
    return;
  }
  const row = await handedDownById(tx, id);
  // Only whoever handed it down says anything about it.
  if (row === null || row.upperId !== message.otherId) return;
  if (kind === 'answered')
    await setHandedDownTask(tx, id, {
      answer: String(body['answer']),
      // What was decided meanwhile stands.
      ...(row.state === 'asked' && { state: 'offered' as const }),
    });
  else if (kind === 'recalled')
    await setHandedDownTask(tx, id, { state: 'recalled', reason: String(body['reason']) });
  else return;
  await tellOfAnswer(context, tx, message, { name: upperName, title: row.title, taskId: row.taskId });
}

/** What the one below has said. */
async function followLower(context: EngineContext, tx: Transaction, message: CascadeMessage): Promise<void> {
  const { handDownId: id, kind, body, at } = message;
  const row = await handDownById(tx, id);
  // Only the one to whom it was handed says anything about it.
  if (row === null || row.lowerId !== message.otherId) return;
  // What was recalled meanwhile stays recalled, and it is shown what came of it.
  const state = (next: 'asked' | 'adopted' | 'declined') => (row.state === 'recalled' ? {} : { state: next });
  if (kind === 'asked') await setHandDown(tx, id, { ...state('asked'), question: String(body['question']) });
  else if (kind === 'adopted')
    await setHandDown(tx, id, { ...state('adopted'), adopted: body as unknown as AdoptedAs, adoptedAt: at });
  else if (kind === 'declined')
    await setHandDown(tx, id, {
      ...state('declined'),
      ...(row.state !== 'recalled' && { reason: String(body['reason']) }),
    });
  else if (kind === 'progress')
    await setHandDown(tx, id, { progress: body as unknown as ReleasedFacts, progressAt: at });
  else return;
  const isNews = kind !== 'progress' || isOver(body['state']) !== isOver(row.progress?.state);
  if (isNews)
    await tellOfAnswer(context, tx, message, {
      name: row.lowerName,
      title: row.title,
      taskId: row.taskId,
    });
}

interface Offer {
  title: string;
  requirement: string;
  deadlineOn: string;
  indicators: CascadeIndicator[];
  upperTaskCode: string;
  upperPlanTitle: string;
  offeredBy: string;
}

/** Of a lower task, what the upper has to hear of at once: that no clock runs there any more. */
const isOver = (state: unknown): string | null =>
  state === 'closed' || state === 'withdrawn' || state === 'suspended' ? state : null;

/** Its content is in the chain by its hash: what was received is not changed afterwards. */
const recordReceived = (
  tx: Transaction,
  { handDownId, seq, otherId, kind, body, at }: CascadeMessage,
): Promise<void> =>
  recordCascade(tx, BY_SYSTEM, {
    action: 'cascadeReceived',
    at: systemClock.now(),
    target: { kind: 'handDown', id: handDownId },
    details: {
      from: otherId,
      seq,
      kind,
      sha256: createHash('sha256').update(canonicalJson({ body, at })).digest('hex'),
    },
  });
