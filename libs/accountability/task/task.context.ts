import type { CivilDate, Instant, Suspension } from '#calendar';

/** What a task knows of itself. Ids only; names and sentences stand in the plan. */
export interface TaskContext {
  id: string;
  planId: string;
  leadUnitIds: string[];
  /** The lead units that have signed for it. */
  signedBy: string[];
  startOn: CivilDate | null;
  deadlineOn: CivilDate;
  originalDeadlineOn: CivilDate;
  /** When the deadline was extended: the new date is meant as it was granted, whatever stood still before. */
  extendedAt: Instant | null;
  /** What each lead unit reported last, in percent; the task shows the lowest. */
  progressOf: Record<string, number>;
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
}

export type TaskInput = Pick<TaskContext, 'id' | 'planId' | 'leadUnitIds' | 'deadlineOn'>;
