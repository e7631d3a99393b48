import type { Instant } from '#calendar';
import { callsAbout, waysOf, type Transaction, type WayRead } from '#persistence';

/** Where a message stands on one way. Only what is known: a way that reports nothing stays `sent`. */
export type DeliveryState =
  'pending' | 'held' | 'sending' | 'sent' | 'delivered' | 'read' | 'failedForNow' | 'failedForGood';

/** Why it is held. */
export type HeldBecause = 'quietHours' | 'order' | 'throttle' | 'paused';

export interface Delivery {
  /** `inbox`, the kind of the channel, or `call`. */
  kind: string;
  /** The channel's name; null: the inbox, or a call. */
  channel: string | null;
  state: DeliveryState;
  heldBecause: HeldBecause | null;
  /** Until when it is held, where that is known. */
  until: Instant | null;
  /** When it came to be in this state, where that is known. */
  at: Instant | null;
  /** What the peer said. */
  failure: string | null;
  attempts: number;
  /** It may have arrived more than once: how an attempt ended is not known. */
  again: boolean;
}

/** A message as far as its delivery goes. */
export interface DeliveredMessage {
  id: string;
  state: string;
  deliverAt: Instant;
  deliveredAt: Instant | null;
  readAt: Instant | null;
}

/** Where messages stand on each of their ways: the inbox first, calls that told them last. */
export async function deliveriesOf(
  tx: Transaction,
  messages: readonly DeliveredMessage[],
  now: Instant,
): Promise<Map<string, Delivery[]>> {
  const ids = messages.map(({ id }) => id);
  const found = await waysOf(tx, ids);
  // Calls in vain are no way by which it has come.
  const told = (await callsAbout(tx, ids)).filter(
    ({ outcome }) => outcome === 'reached' || outcome === 'leftWord',
  );
  return new Map(
    messages.map((message) => [
      message.id,
      [
        inboxOf(message, now),
        ...found.filter(({ messageId }) => messageId === message.id).map((way) => deliveryOf(way, now)),
        ...told
          .filter(({ messageId }) => messageId === message.id)
          .map(({ calledAt }): Delivery => ({
            ...NOTHING_SAID,
            kind: 'call',
            channel: null,
            state: 'delivered',
            at: calledAt,
          })),
      ],
    ]),
  );
}

const NOTHING_SAID = { heldBecause: null, until: null, at: null, failure: null, attempts: 0, again: false };

/** Where a message stands in the inbox. Pure. */
export function inboxOf(message: DeliveredMessage, now: Instant): Delivery {
  const inbox = { ...NOTHING_SAID, kind: 'inbox', channel: null };
  if (message.state === 'read') return { ...inbox, state: 'read', at: message.readAt };
  if (message.state === 'delivered') return { ...inbox, state: 'delivered', at: message.deliveredAt };
  if (message.deliverAt > now)
    return { ...inbox, state: 'held', heldBecause: 'quietHours', until: message.deliverAt };
  return { ...inbox, state: 'pending' };
}

/** Where a message stands on a way out of the house. Pure. */
export function deliveryOf(way: WayRead, now: Instant): Delivery {
  const out = { ...NOTHING_SAID, kind: way.kind, channel: way.channel };
  if (way.letterId === null) {
    if (way.dueAt > now)
      return { ...out, state: 'held', heldBecause: heldFor(way.heldFor), until: way.dueAt };
    return way.paused ? { ...out, state: 'held', heldBecause: 'paused' } : { ...out, state: 'pending' };
  }
  return letterDelivery(way);
}

/** A letter as far as its delivery goes. */
export interface LetterStanding {
  kind: string;
  channel: string;
  /** Its channel is paused. */
  paused: boolean;
  state: string | null;
  attempts: number | null;
  again: boolean | null;
  failure: string | null;
  sentAt: Instant | null;
  deliveredAt: Instant | null;
  readAt: Instant | null;
}

/** Where a letter stands. Pure. */
export function letterDelivery(letter: LetterStanding): Delivery {
  const { kind, channel, failure } = letter;
  const out = {
    ...NOTHING_SAID,
    kind,
    channel,
    attempts: letter.attempts ?? 0,
    again: letter.again ?? false,
  };
  switch (letter.state) {
    case 'pending':
    case 'failedForNow':
      // Nothing is tried while its channel is paused, whatever came before.
      if (letter.paused) return { ...out, state: 'held', heldBecause: 'paused', failure };
      return { ...out, state: letter.state, failure };
    case 'sent':
      return { ...out, state: 'sent', at: letter.sentAt };
    case 'delivered':
      return { ...out, state: 'delivered', at: letter.deliveredAt };
    case 'read':
      return { ...out, state: 'read', at: letter.readAt };
    case 'failedForGood':
      return { ...out, state: 'failedForGood', failure };
    default:
      return { ...out, state: 'sending' };
  }
}

const heldFor = (reason: string | null): HeldBecause =>
  reason === 'order' || reason === 'throttle' ? reason : 'quietHours';
