import type { Gate, LadderTrigger, Role, TaskRung } from '#accountability';
import type { Instant } from '#calendar';

/** Why a ladder stands still for a while: what a person can bring about, besides an appeal (domain.md §8). */
export const STOPS = ['held', 'suspended', 'waiting', 'paused'] as const;
/**
 * `held`: the supervision office holds this one climb; `suspended`: headquarters suspends the task; `waiting`: the lead
 * waits for another unit, and that one has confirmed it; `paused`: the whole ladder is stopped for everybody.
 */
export type StopReason = (typeof STOPS)[number];

/** What people are supposed to do while a ladder is climbed. Days are working days; null: never. */
export interface Supposed {
  /** The due time that is missed, and from which every offset runs. */
  dueAt: Instant;
  /** When a person issues what is theirs to issue: the moment it is asked for, at the end of their time, or not at all. */
  issued: 'promptly' | 'atLimit' | 'never';
  /** The cause is made good at noon, so many working days after the due time. */
  curedAfter: number | null;
  /** A notice that is to be answered is answered at noon, so many working days after it was issued. */
  answeredAfter: number | null;
  /** How many cards of each level that the ladder counts the unit has already in the stretch that is counted. */
  earlierCards: number;
  /** By how many points the task is behind its schedule, where rungs ask for it. */
  lag: number;
  importance?: string;
  /**
   * The unit appeals at noon, so many working days after the due time, against the latest card of the climb that can be
   * appealed against; it is decided at noon of a later day, or never.
   */
  appeal?: { after: number; decided: { after: number; upheld: boolean } | null } | null;
  /** The ladder stands still from noon of a working day after the due time until a later one. */
  stop?: { why: StopReason; from: number; until: number } | null;
}

/** Which ladder of the policy: of the reports, of an office's duties, or of a matter of tasks. */
export type Climbed =
  | { kind: 'reports' }
  | { kind: 'duty'; ladder: string }
  | { kind: 'task'; trigger: LadderTrigger; gate: Gate | null };

export type MomentKind =
  | 'reminder'
  | 'due'
  /** A rung is reached, and at once in force. */
  | 'reached'
  /** A rung is reached whose notice a person has to issue. */
  | 'toIssue'
  | 'issueOverdue'
  | 'issued'
  | 'answered'
  | 'answerOverdue'
  | 'cured'
  | 'appealed'
  | 'appealUpheld'
  | 'appealRejected'
  | 'appealOverdue'
  /** It stands still from here on. */
  | 'stopped'
  | 'resumed'
  /** What was supposed cannot be done then, by the chart or the policy. */
  | 'refused';

export interface CourseMoment {
  at: Instant;
  /** Working days from the due time; negative before it. */
  workingDay: number;
  kind: MomentKind;
  /** The rung it is about; null: none. */
  rung: TaskRung | null;
  /** Beside the ladder that was asked for: about the answer to a notice, or on a ladder that this one has set off. */
  aside: boolean;
  /** Of which ladder the rung is; null: of the one that was asked for. */
  beside: LadderTrigger | null;
  /** Whose desk it comes to. */
  to: readonly Role[];
  /** Sooner than in its turn, by the count of the unit's cards. */
  early: boolean;
  /** What stopped it, lets it go on, or was refused; else null. */
  why: StopReason | 'appeal' | 'decision' | null;
}

/**
 * Why nothing more comes. `upheld`: an appeal was; `waitsForDecision`: one is not decided; `notBegun`: what was supposed
 * does not set the ladder off; `calendarEnds`: the calendar does not hold the year that would be needed.
 */
export type CourseEnd =
  | 'cured'
  | 'top'
  | 'upheld'
  | 'waitsForIssue'
  | 'waitsForLag'
  | 'waitsForDecision'
  | 'notBegun'
  | 'calendarEnds';

export interface LadderCourse {
  /** In the order of time. */
  moments: CourseMoment[];
  end: CourseEnd;
  /** What can be supposed of this ladder: by the chart, as it stands when the cause has arisen. */
  may: (StopReason | 'appeal')[];
}
