import type { Budget, CivilDate, Instant, Suspension } from '#calendar';
import type { OwedSitting } from './ladder/climb.js';
import type { LadderTrigger, WorkingOffset } from './policy/policy.schema.js';
import type { Role } from './role.js';
import type { SubjectRef } from './subject.js';

/** What a decision asks the engine to do, in the transaction that stores it. Imperative, and data only. */
export type Effect =
  | ArmDeadline
  | DisarmDeadline
  | PlanSitting
  | FileSitting
  | MoveSitting
  | AddObligation
  | Forward
  | ClaimRung
  | DraftNotice
  | CancelNotice
  | RescindNotice
  | Notify
  | RaiseAlert
  | SettleAlert;

/** Put a clock on the subject. Arming the same name again starts its next generation and disarms the one before. */
export interface ArmDeadline {
  type: 'armDeadline';
  name: string;
  budget: Budget;
  /** Stretches in which this clock stood still; the projection pushes it by their working time. */
  suspensions?: Suspension[];
  /** The event that reaching it becomes: `event` is its type, the rest its facts. */
  detail: { event: string; [key: string]: unknown };
}

/** Take every armed clock whose name is `name`, or begins with `name:`, off the subject. */
export interface DisarmDeadline {
  type: 'disarmDeadline';
  name: string;
}

export interface PlannedSitting {
  period: string;
  periodStart: CivilDate;
  periodEnd: CivilDate;
  opensAt: Instant;
  dueAt: Instant;
}

export interface PlanSitting extends PlannedSitting {
  type: 'planSitting';
  taskIds: string[];
}

export interface FileSitting {
  type: 'fileSitting';
  period: string;
  filedAt: Instant;
}

/** The calendar gives a sitting another window and due time; what is owed in it moves with it. */
export interface MoveSitting {
  type: 'moveSitting';
  period: string;
  opensAt: Instant;
  dueAt: Instant;
}

export interface AddObligation {
  type: 'addObligation';
  period: string;
  taskId: string;
  dueAt: Instant;
  open: boolean;
}

/** Hand an event to another subject, in the same transaction. */
export interface Forward {
  type: 'forward';
  to: SubjectRef;
  event: { type: string; [key: string]: unknown };
}

export interface ClaimRung {
  type: 'claimRung';
  generation: number;
  rung: string;
}

export type NoticeKind = 'reminderLetter' | 'supervisionNotice' | 'circular' | 'interviewNotice';
/** The id of a level of the policy: which there are, and how they look, is data (see `levels` of the policy). */
export type Colour = string;

export interface DraftNotice {
  type: 'draftNotice';
  kind: NoticeKind;
  generation: number;
  rung: string;
  /** Drafts of one group and transaction are one notice that lists all their matters; left out: it stands alone. */
  group?: string;
  colour: Colour | null;
  /** Issued by the system in the same transaction, or left as a draft on an officer's desk. */
  issue: 'automatic' | 'byPerson';
  unitId: string;
  /** What the notice is about, oldest first; nothing where it is about one task's matter. */
  owed: OwedSitting[];
  /** The matter of one task that it is about; left out where it is about reports. */
  matter?: NoticeMatter;
  /** Until when the unit must answer, counted from the issue; null where the notice sets no time. */
  answerWithin: WorkingOffset | null;
}

/** What is wrong with one task, as a notice speaks of it. */
export interface NoticeMatter {
  trigger: LadderTrigger;
  taskId: string;
  since: Instant;
  /** Of being behind: in how many periods running. */
  periods: number;
  /** The ladder that it rests on, as the policy names it. */
  basis: string;
}

/** Take an issued notice back: an appeal was upheld. It stays in the record, and says so. */
export interface RescindNotice {
  type: 'rescindNotice';
  generation: number;
  rung: string;
}

export interface CancelNotice {
  type: 'cancelNotice';
  generation: number;
}

/** Tell people by role. Several of one kind to one person in one transaction become one message. */
export interface Notify {
  type: 'notify';
  message: string;
  audience: Role[];
  /** The unit whose people are meant where a role's scope is a unit. */
  unitId: string;
  /** Whose task force, where the audience is one of an action. */
  taskId?: string;
  facts: Record<string, unknown>;
}

/** A level of the policy, or `info`: something to look at under no level. */
export type AlertLevel = Colour;

export interface RaiseAlert {
  type: 'raiseAlert';
  /** One open alert a subject and name: raising it again changes nothing. */
  name: string;
  level: AlertLevel;
  unitId: string | null;
  facts: Record<string, unknown>;
}

export interface SettleAlert {
  type: 'settleAlert';
  name: string;
}
