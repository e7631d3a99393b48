import type { CivilDate, Instant, Suspension } from '#calendar';

/** A sitting as a notice speaks of it: which tasks' reports of which period, and when they were due. */
export interface OwedSitting {
  period: string;
  dueAt: Instant;
  taskIds: string[];
}

/**
 * Where a reporting line stands on its ladder. One climb runs from the first sitting missed to the cure; later
 * missed sittings join it and start no second one (domain.md §8).
 */
export interface Climb {
  /** The how-manieth climb of this line, from 1. With the rung's name it makes the claim unique. */
  generation: number;
  /** The due time that was missed first: every offset runs from it. */
  causeDueAt: Instant;
  /** What is unfiled, oldest first. */
  owed: OwedSitting[];
  /** How many rungs have been reached; 0 before the first. */
  reached: number;
  /** When the last rung took effect: reached, or issued where a person issues it. Null before the first. */
  effectiveAt: Instant | null;
  /** The rung whose notice waits for a person, and whether the one who must agree has agreed. */
  awaitingIssue: { rung: string; agreed: boolean } | null;
  /** Since when the next rung is due at once, by the scheme's own rule; left out: it comes in its turn. */
  early?: Instant;
  /** A person holds it until then; left out or null: nobody does. */
  hold?: { until: CivilDate; reason: string } | null;
  /** Stretches in which it stood still: held, or while an appeal was decided. The last may be open. */
  pauses?: Suspension[];
}

/** A card stays with who earned it, also after the cure; one that was wrong is rescinded, and shown so. */
export interface Card {
  /** A level of the policy. */
  colour: string;
  on: CivilDate;
  generation: number;
  rung: string;
  unitId: string;
  at: Instant;
  /** What the unit answered to the notice, where it was asked to. */
  answer: 'notAsked' | 'awaited' | 'overdue' | 'given';
  appeal: 'none' | 'open' | 'upheld' | 'rejected';
  rescinded: boolean;
  /** Until when the unit may appeal; left out of cards earned before that was kept. */
  appealBy?: Instant;
}
