import type { CadenceEvery, CivilDate, Instant, Suspension } from '#calendar';
import type { Gate, TaskSourceKind } from '../policy/policy.schema.js';
import type { Blockage } from './blockage.js';
import type { TaskVerification } from './task-verification.js';
import type { Cause, TaskCard, TaskClimb } from './supervision/climb.js';

/** Where a task comes from: the plan's text, a leader's instruction (批示), a meeting's decision, other tasks. */
export interface TaskOrigin {
  kind: TaskSourceKind;
  /** Of an instruction or decision: whose, and where it stands. Of a split or merge: the tasks it came from. */
  ref?: string;
  personId?: string;
  taskIds?: string[];
}

/** Since when a unit leads, and what had been reached by then: it answers for the rest, not for what was before. */
export interface LeadSince {
  on: CivilDate;
  /** Percent that had been reached when it took over. */
  base: number;
}

/** The lead changes hands: both sides sign, and until then the old one acts. */
export interface Handover {
  fromUnitIds: string[];
  toUnitIds: string[];
  handedOverBy: string[];
  takenOverBy: string[];
  since: Instant;
  reason: string;
}

/** The closure on its way through the gates. */
export interface Closure {
  gate: Gate;
  /** When the lead asked for it; from then on the task waits for others. Null: not recorded (machine 1). */
  requestedAt: Instant | null;
  /** When it came to this gate. */
  gateSince: Instant | null;
}

/** What a task knows of itself. Ids only; names and sentences stand in the plan. */
export interface TaskContext {
  id: string;
  planId: string;
  leadUnitIds: string[];
  /** The lead units that have signed for it. */
  signedBy: string[];
  /** The lead units whose time to sign has run out unsigned. */
  signingOverdueOf: string[];
  startOn: CivilDate | null;
  deadlineOn: CivilDate;
  originalDeadlineOn: CivilDate;
  /** To be kept up all year (持续推进): it has no day by which it is done, and headquarters decides at the year’s end. */
  ongoing: boolean;
  /** When the deadline was extended: the new date is meant as it was granted, whatever stood still before. */
  extendedAt: Instant | null;
  /** What each lead unit reported last, in percent; the task shows the lowest. */
  progressOf: Record<string, number>;
  /** What could have been expected of each when it reported. */
  expectedOf: Record<string, number>;
  /** The periods running in which each was found behind. */
  behindOf: Record<string, string[]>;
  leadSince: Record<string, LeadSince>;
  progress: number;
  expected: number;
  extensions: number;
  deadlinePassed: boolean;
  dispute: { unitId: string; reason: string } | null;
  suspension: { from: Instant; until: CivilDate; reason: string } | null;
  /** Every stretch in which its clock stood still, over. */
  suspensions: Suspension[];
  /** How often a gate returned the closure. */
  returns: number;
  closure: Closure | null;
  handover: Handover | null;
  /** The unit that the lead waits for, if it says so. */
  blockage: Blockage | null;
  origin: TaskOrigin;
  /** The tasks that took its place: it was split into them or merged into one. */
  supersededBy: string[];
  /** Its state at the end of each year that it lived on past. */
  years: { year: number; progress: number; expected: number }[];
  /** What is wrong with it now, by trigger and unit or gate. */
  causes: Record<string, Cause>;
  /** The ladders that the causes climb. */
  climbs: TaskClimb[];
  /** How many climbs there have been, over all ladders. */
  climbCount: number;
  /** How much it weighs, as the policy names it; left out: as usual. */
  importance?: string;
  /** Every card it has earned its units, in order; one that was rescinded says so. */
  cards: TaskCard[];
  /** Reports on it that are being verified, or whose figure is to be corrected. */
  verifications: TaskVerification[];
  /** The rhythms in which its lead units report on it, the finest first; each is a reporting line of the unit. */
  reportsEvery: CadenceEvery[];
}

export type TaskInput = Pick<TaskContext, 'id' | 'planId' | 'leadUnitIds' | 'deadlineOn'> & {
  /** Left out: from the plan's text. */
  origin?: TaskOrigin;
  ongoing?: boolean;
  importance?: string;
  /** Left out: every ten days, the rhythm that holds where nothing else is said. */
  reportsEvery?: CadenceEvery[];
};
