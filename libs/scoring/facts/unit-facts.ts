import type { Instant } from '#calendar';
import type { CountFact, ShareFact } from './vocabulary.js';

/** A line of the trail: the subject, and its how-manieth event. */
export interface EventRef {
  kind: string;
  id: string;
  seq: number;
}

/** One thing that was met or not, with the events that say so. */
export interface Case {
  fact: ShareFact;
  met: boolean;
  /** When it was decided whether it is met. */
  at: Instant;
  /** The task that it is about; null where it is about a plan's duty. */
  taskId: string | null;
  /** Of an indicator: its place among the task's. */
  position?: number;
  events: EventRef[];
}

/** Something that happened and is counted. */
export interface Incident {
  fact: CountFact;
  at: Instant;
  taskId: string | null;
  /** Of a card: its level, as the policy names it. */
  level: string | null;
  /** Of a card: its notice. */
  noticeId?: string;
  events: EventRef[];
  /** Taken back: it counts no more from then on, and is shown with what took it back. */
  undone: { at: Instant; event: EventRef } | null;
}

/** What the assessor decided in words and points: a bonus, or an item that a scheme leaves to them. */
export interface AssessorDecision {
  id: string;
  unitId: string;
  /** The scheme's item; null: a bonus. */
  item: string | null;
  points: number;
  reason: string;
  at: Instant;
}

export interface UnitFacts {
  unitId: string;
  cases: Case[];
  incidents: Incident[];
  decisions: AssessorDecision[];
  /** Tasks that the unit has handed in evidence for, as far as it was known. */
  evidencedTasks: ReadonlySet<string>;
}
