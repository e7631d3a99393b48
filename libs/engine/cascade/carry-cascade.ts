import {
  jurisdictionRelations,
  pendingCascade,
  setHandDown,
  settleCascade,
  type CascadeMessage,
  type Transaction,
} from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { receiveMessages } from './receive-messages.js';

const BATCH = 200;

/**
 * Carries what a jurisdiction has said to those above and below it: three transactions a batch and receiver, each in one
 * jurisdiction alone. Read here; written as copies there; settled here. Whoever dies in between leaves what can be done again: a
 * copy that is there is not written a second time, and nothing is settled that is not there. Any number may carry at once.
 * Returns how many messages were settled.
 */
export async function carryCascade(context: EngineContext, jurisdictionId: string): Promise<number> {
  const { database, clock, fault } = context;
  let settled = 0;
  for (;;) {
    const { messages, related } = await database.transaction({ jurisdictionId }, async (tx) => ({
      messages: await pendingCascade(tx, clock.now(), BATCH),
      related: new Set(
        (await jurisdictionRelations(tx)).flatMap((one) => (one.distance === 1 ? [one.id] : [])),
      ),
    }));
    if (messages.length === 0) return settled;
    fault('cascade.taken');
    let progressed = 0;
    for (const [otherId, own] of byReceiver(messages)) {
      const settles = (done: readonly CascadeMessage[], state: 'delivered' | 'stopped'): Promise<number> =>
        database.transaction({ jurisdictionId }, (tx) => settle(context, tx, done, state));
      // The tree has changed since: what was said stays on this side.
      if (!related.has(otherId)) {
        progressed += await settles(own, 'stopped');
        continue;
      }
      const received = await database.transaction({ jurisdictionId: otherId }, (tx) =>
        receiveMessages(context, tx, jurisdictionId, own),
      );
      fault('cascade.received');
      context.wake(otherId);
      progressed += await settles(received, 'delivered');
      fault('cascade.settled');
    }
    settled += progressed;
    // Others carry the rest, or it waits for what came before it: the next look finds it.
    if (progressed === 0 || messages.length < BATCH) return settled;
  }
}

async function settle(
  { clock }: EngineContext,
  tx: Transaction,
  messages: readonly CascadeMessage[],
  state: 'delivered' | 'stopped',
): Promise<number> {
  if (messages.length === 0) return 0;
  const now = clock.now();
  const count = await settleCascade(tx, messages, state, now);
  for (const { kind, handDownId } of messages)
    if (kind === 'offered' && state === 'delivered' && count > 0)
      await setHandDown(tx, handDownId, { deliveredAt: now });
  return count;
}

function byReceiver(messages: readonly CascadeMessage[]): Map<string, CascadeMessage[]> {
  const groups = new Map<string, CascadeMessage[]>();
  for (const message of messages) {
    const own = groups.get(message.otherId);
    if (own) own.push(message);
    else groups.set(message.otherId, [message]);
  }
  return groups;
}
