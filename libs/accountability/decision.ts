import type { Instant, WorkingCalendar } from '#calendar';
import type { SubjectScope } from './authorisation/subject-scope.js';
import type { Effect } from './effect.js';
import type { UnitCard } from './ladder/unit-cards.js';
import type { Policy } from './policy/policy.schema.js';
import type { Rejection } from './rejection.js';
import type { RecordedEvent, Snapshot, SubjectKind } from './subject.js';

/** What a decision rests on besides the snapshot and the event: both frozen versions. */
export interface Rules {
  policy: Policy;
  calendar: WorkingCalendar;
}

/** A subject as it was read under lock. */
export interface Subject {
  kind: SubjectKind;
  snapshot: Snapshot;
  scope: SubjectScope;
  /** The cards of its units from all lines and tasks of the plan, where `countsUnitCards` asks for them. */
  unitCards?: readonly UnitCard[];
}

/** What happened, and when. Who did it is no part of what follows from it. */
export interface IncomingEvent {
  type: string;
  at: Instant;
  [fact: string]: unknown;
}

export type Decision =
  | { ok: true; snapshot: Snapshot; event: RecordedEvent; effects: Effect[] }
  | { ok: false; rejection: Rejection };
