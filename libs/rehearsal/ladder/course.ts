import type { Ladder, Role, TaskLadder, TaskRung } from '#accountability';
import type { Instant } from '#calendar';

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
}

/** The ladder, and what it needs to know of the rest of the policy. */
export interface Climbed {
  ladder: Pick<Ladder, 'reminders'> & { rungs: readonly TaskRung[] };
  /** Climbed by a notice that is not answered in time; null: nothing is. */
  unanswered: Pick<TaskLadder, 'rungs'> | null;
}

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
  | 'cured';

export interface CourseMoment {
  at: Instant;
  /** Working days from the due time; negative before it. */
  workingDay: number;
  kind: MomentKind;
  /** The rung it is about; null: none. */
  rung: TaskRung | null;
  /** On the ladder of notices that were not answered. */
  aside: boolean;
  /** Whose desk it comes to. */
  to: readonly Role[];
  /** Sooner than in its turn, by the count of the unit's cards. */
  early: boolean;
}

/** Why nothing more comes. `calendarEnds`: the calendar does not hold the year that would be needed. */
export type CourseEnd = 'cured' | 'top' | 'waitsForIssue' | 'waitsForLag' | 'calendarEnds';

export interface LadderCourse {
  /** In the order of time. */
  moments: CourseMoment[];
  end: CourseEnd;
}
