import {
  ENGINE_ACTOR,
  type Actor,
  type IncomingEvent,
  type RecordedEvent,
  type Rejection,
  type SubjectRef,
} from '#accountability';
import type { Instant } from '#calendar';
import type { Transaction } from '#persistence';
import type { Fault } from './fault-points.js';
import type { RuleBook } from './rule-book.js';
import { UnitOfWork } from './unit-of-work.js';

/** An event on its way to a subject. */
export interface Envelope {
  to: SubjectRef;
  event: IncomingEvent;
  actor: Actor;
  idempotencyKey: string;
  /** The version the actor has seen; another one is refused. */
  expectedVersion?: number;
  /** A clock's event that no longer fits is dropped: the state it was armed in is over. */
  droppable: boolean;
}

export interface Shell {
  tx: Transaction;
  now: Instant;
  book: RuleBook;
  fault: Fault;
}

export interface Applied {
  to: SubjectRef;
  event: RecordedEvent;
  version: number;
  state: string;
}

export type AppliedOrRefused = { ok: true; applied: Applied[] } | { ok: false; rejection: Rejection };

/**
 * The one way in which a task, an obligation or a reporting line changes: within the transaction given, locked
 * read, decision, one write of snapshots, events, clocks, notices and messages. What an event brings about in other
 * subjects happens in the same transaction. A refusal leaves nothing: the caller lets the transaction end without
 * having written.
 */
export async function applyEvents(shell: Shell, envelopes: readonly Envelope[]): Promise<AppliedOrRefused> {
  const work = new UnitOfWork(shell);
  const refused = await work.take(envelopes);
  if (refused) return { ok: false, rejection: refused };
  shell.fault('applyEvents.decided');
  await work.write();
  shell.fault('applyEvents.written');
  return { ok: true, applied: work.applied };
}

export const byEngine = (to: SubjectRef, event: IncomingEvent, idempotencyKey: string): Envelope => ({
  to,
  event,
  actor: ENGINE_ACTOR,
  idempotencyKey,
  droppable: true,
});
