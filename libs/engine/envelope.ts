import {
  ENGINE_ACTOR,
  type Actor,
  type IncomingEvent,
  type RecordedEvent,
  type ReportingLineInput,
  type SubjectKind,
  type SubjectRef,
  type SubjectScope,
} from '#accountability';
import type { Instant } from '#calendar';
import type { RepeatedEvent, SubjectRow, Transaction } from '#persistence';
import type { CaseShelf } from './bulk/case-shelf.js';
import type { MadeObligation } from './loaded-subject.js';
import type { Fault } from './fault-points.js';
import type { RuleBook } from './rule-book.js';

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
  /** What it is to be, where it is not there yet. */
  begins?: Beginning;
}

/** A subject that begins with the event that is sent to it: a line, or something owed that stands on none. */
export interface Beginning {
  planId: string;
  policyVersion: number;
  scope: SubjectScope;
  made: ReportingLineInput | MadeObligation;
}

/** What a transaction of the pipeline works with. */
export interface Shell {
  tx: Transaction;
  now: Instant;
  book: RuleBook;
  fault: Fault;
  /** Where the transaction is about many: what undergoes the same is taken together, by the cases that stand here. */
  together?: CaseShelf;
}

/** What a use case has locked and looked up itself before it hands its events over. */
export interface Held {
  kind: SubjectKind;
  rows: readonly SubjectRow[];
  /** The key of all events, and what the subjects have recorded under it already, as far as that was asked. */
  idempotencyKey: string;
  repeated: readonly RepeatedEvent[];
}

/** What became of an envelope. */
export interface Applied {
  to: SubjectRef;
  event: RecordedEvent;
  version: number;
  state: string;
}

/** The event that something follows from. */
export interface Cause {
  seq: number;
  at: Instant;
  personId: string | null;
  /** What it follows from besides, where the subject's trail does not tell one time from another: `calendar:3`. */
  besides?: string;
}

/** An event that no person sends: a clock has run down, or another subject brought it about. */
export const byEngine = (to: SubjectRef, event: IncomingEvent, idempotencyKey: string): Envelope => ({
  to,
  event,
  actor: ENGINE_ACTOR,
  idempotencyKey,
  droppable: true,
});
