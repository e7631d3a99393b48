import type { CivilDate, Instant } from '#calendar';

export type Gate = 'taskForceReview' | 'verification' | 'approval';

/** What can happen to a task. */
export type TaskEvent = { at: Instant; on: CivilDate } & (
  | { type: 'CONFIRMED' }
  | { type: 'LEAD_ASSIGNED'; unitIds: string[]; reason: string }
  | { type: 'DISPATCHED' }
  | { type: 'SIGNED'; unitId: string }
  | { type: 'SIGNING_OVERDUE' }
  | { type: 'DISPUTED'; unitId: string; reason: string }
  | { type: 'DISPUTE_OVERDUE' }
  | { type: 'DISPUTE_RESOLVED'; decision: 'reassign' | 'insist'; unitIds: string[]; reason: string }
  | { type: 'PROGRESS_REPORTED'; unitId: string; period: string; progress: number; expected: number }
  | { type: 'DEADLINE_PASSED' }
  | { type: 'EXTENDED'; deadlineOn: CivilDate; reason: string }
  | { type: 'CLOSURE_REQUESTED'; unitId: string; statement: string }
  | { type: 'GATE_PASSED'; gate: Gate; finding: string }
  | { type: 'GATE_OVERDUE'; gate: Gate }
  | { type: 'CLOSURE_RETURNED'; gate: Gate; reason: string }
  | { type: 'SUSPENDED'; reason: string; until: CivilDate }
  | { type: 'SUSPENSION_EXPIRED' }
  | { type: 'RESUMED' }
  | { type: 'WITHDRAWN'; reason: string }
  | { type: 'REOPENED'; reason: string }
);

export type TaskEventType = TaskEvent['type'];
