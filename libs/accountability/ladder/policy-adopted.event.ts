import type { CivilDate, Instant } from '#calendar';

/**
 * What is running comes under another version of the policy, by an explicit act. Where each climb stood under the
 * version before is written into the event, since nobody who replays it knows that version any more.
 */
export interface PolicyAdopted {
  at: Instant;
  on: CivilDate;
  type: 'POLICY_ADOPTED';
  /** The version from which it comes, and the one that it is under from now on. */
  from: number;
  policyVersion: number;
  reason: string;
  standing: Standing[];
}

/** A climb as it stood: the rungs that it had reached, and the rank of the level that the last of them led to. */
export interface Standing {
  generation: number;
  rungs: string[];
  rank: number;
}
