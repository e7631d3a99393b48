import type { CivilDate, Instant, Suspension } from '#calendar';
import type { Colour } from '../../effect.js';
import type { Gate, LadderTrigger } from '../../policy/policy.schema.js';

/** Something is wrong with a task, as long as it is: what set it off, whose it is, since when. */
export interface Cause {
  trigger: LadderTrigger;
  /** Whose lateness it is; null: an office's. */
  unitId: string | null;
  gate: Gate | null;
  since: Instant;
  /** Of being behind: in how many periods running. */
  periods: number;
  /** A person has lifted the ladder: this cause climbs no further, though it lasts. */
  lifted: boolean;
}

/** Where one cause stands on its ladder. */
export interface TaskClimb {
  /** The cause that it climbs for, see `causeKey`. */
  key: string;
  trigger: LadderTrigger;
  unitId: string | null;
  gate: Gate | null;
  /** The how-manieth climb of this task, from 1. With the rung's name it makes the claim unique. */
  generation: number;
  causeDueAt: Instant;
  reached: number;
  /** When the last rung took effect: reached, or issued where a person issues it. Null before the first. */
  effectiveAt: Instant | null;
  awaitingIssue: { rung: string; agreed: boolean } | null;
  /** A person holds it until then. */
  hold: { until: CivilDate; reason: string } | null;
  /** Stretches in which it stood still: held, suspended, waiting for others. The last may be open. */
  pauses: Suspension[];
  /** Which clock was asked for last, so that it is armed anew only when another one is meant. */
  armed: string | null;
  /** Of which importance its task was when it began; left out where its ladder begins alike for all. */
  importance?: string;
  /** Since when the next rung comes at once, by the count of the unit's cards; left out: it comes in its turn. */
  early?: Instant;
}

/** A card stays with who earned it, also after the cure; one that was wrong is rescinded, and shown so. */
export interface TaskCard {
  generation: number;
  rung: string;
  trigger: LadderTrigger;
  unitId: string;
  colour: Colour;
  at: Instant;
  on: CivilDate;
  /** What the unit answered to the notice, and by when it is to. */
  answer: 'notAsked' | 'awaited' | 'overdue' | 'given';
  appeal: 'none' | 'open' | 'upheld' | 'rejected';
  rescinded: boolean;
  /** Until when the unit may appeal; left out of cards earned before version 3. */
  appealBy?: Instant;
  /** What it shares with the other cards of its notice: together they count as one. Left out: it stands alone. */
  group?: string;
}

export const causeKey = ({ trigger, unitId, gate }: Pick<Cause, 'trigger' | 'unitId' | 'gate'>): string =>
  [trigger, unitId ?? gate ?? ''].filter(Boolean).join(':');
