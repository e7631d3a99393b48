import type { CivilDate, Instant } from '#calendar';

export type Gate = 'taskForceReview' | 'verification' | 'approval';

/** An indicator as a revised text sets it. */
export interface AmendedIndicator {
  name: string;
  comparator: string;
  value: number;
  upper?: number | null;
  unit: string;
  per?: string | null;
}

/** What a revised text changes of a task; what it does not name stays. */
export interface Amendment {
  /** The revision that it comes from. */
  amendmentId: string;
  reason: string;
  leadUnitIds?: string[];
  supportUnitIds?: string[];
  deadlineOn?: CivilDate;
  title?: string;
  /** `true`: they changed, and whoever applies the revision writes them. */
  indicators?: AmendedIndicator[] | true;
}

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
  | ({ type: 'AMENDED' } & Amendment)
);

export type TaskEventType = TaskEvent['type'];
