import type { Instant } from '#calendar';

/** A recorded event, as far as scoring needs it. */
export interface ScoredEvent {
  kind: string;
  id: string;
  seq: number;
  type: string;
  at: Instant;
  payload: Readonly<Record<string, unknown>>;
}

/** The rung of a climb that a notice is about. */
export interface CardMember {
  kind: string;
  id: string;
  generation: number;
  rung: string;
}

/** A notice that was issued under a level. It is one card, also where it lists several matters of its unit. */
export interface IssuedCard {
  noticeId: string;
  unitId: string;
  level: string;
  issuedAt: Instant;
  members: readonly CardMember[];
}

export interface ScoredIndicator {
  taskId: string;
  position: number;
  comparator: string;
  value: number;
  upper: number | null;
}

/** What a filed report says of an indicator. */
export interface ScoredReading {
  reportId: string;
  position: number;
  value: number;
}

/** A unit's tasks and record are another's from then on; its cards stay its own. */
export interface ScoredSuccession {
  from: string;
  to: string;
  at: Instant;
}

/** A file that a unit handed in for a task. */
export interface ScoredEvidence {
  taskId: string;
  unitId: string;
}

/** What has been recorded, in any order: everything that the facts of a stretch are calculated from. */
export interface ScoredRecord {
  events: readonly ScoredEvent[];
  cards: readonly IssuedCard[];
  indicators: readonly ScoredIndicator[];
  readings: readonly ScoredReading[];
  successions: readonly ScoredSuccession[];
  /** Files that units handed in for tasks, without what was withdrawn. */
  evidence?: readonly ScoredEvidence[];
}

/** From an instant on, and up to one: what was decided in between, as it was known at its end. */
export interface ScoredStretch {
  from: Instant;
  to: Instant;
}

/** The types of events that say anything about a score; the others need not be read. */
export const SCORED_EVENTS: readonly string[] = [
  'DRAFTED',
  'SCHEDULED',
  'LEAD_ASSIGNED',
  'DISPATCHED',
  'SIGNED',
  'SIGNING_OVERDUE',
  'DISPUTED',
  'DISPUTE_RESOLVED',
  'DEADLINE_PASSED',
  'EXTENDED',
  'CLOSURE_REQUESTED',
  'GATE_PASSED',
  'CLOSURE_RETURNED',
  'WITHDRAWN',
  'REOPENED',
  'AMENDED',
  'LEAD_CHANGED',
  'HANDED_OVER',
  'TAKEN_OVER',
  'HANDOVER_DECREED',
  'UNIT_SUCCEEDED',
  'SPLIT',
  'MERGED',
  'CARRIED_OVER',
  'CLOSED_WITH_YEAR',
  'VERIFICATION_FOUND',
  'RUNG_DUE',
  'NOTICE_ISSUED',
  'CARD_ANSWER_OVERDUE',
  'APPEAL_UPHELD',
  'REPORT_FILED',
  'REPORT_ACCEPTED',
  'REPORT_RETURNED',
  'NEXT_PERIOD_DUE',
  'CALENDAR_CHANGED',
  'EXCUSED',
  'COVERED',
  'DUTY_FULFILLED',
  'REQUEST_EXPIRED',
];
