import type { CivilDate, Instant, Period } from '#calendar';
import type { FactBook } from './fact-book.js';
import type { NoticeDocumentKind } from './notice-document-facts.js';

/** What a product is about. */
export type ProductScope =
  | { readonly per: 'plan' }
  | { readonly per: 'action'; readonly actionId: string }
  | { readonly per: 'unit'; readonly unitId: string }
  /** What a person answers for by the posts held: the plan, some actions, what some units lead. */
  | {
      readonly per: 'person';
      readonly personId: string;
      readonly name: string;
      readonly ofWholePlan: boolean;
      readonly actionCodes: readonly string[];
      readonly unitIds: readonly string[];
    };

/** How a product is headed and signed: names as they stand on paper. */
export interface IssueFacts {
  readonly issuer: string;
  readonly addressees: readonly string[];
  readonly copiesTo: readonly string[];
  readonly printedBy: string;
  /** The day of the document; it follows the issue until it is issued. */
  readonly on: CivilDate;
  /** Of a correction: the facts that have what it replaces (`correctionFacts`). */
  readonly replaces?: FactBook;
}

export interface PlanNamed {
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string | null;
}

export interface ActionRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The unit that is its task force's office; null where none is named. */
  readonly office: string | null;
}

export interface UnitRecord {
  readonly id: string;
  readonly name: string;
}

export type ScheduleCode = 'onTrack' | 'behind' | 'seriouslyBehind';

/** A task as it stood at an instant. */
export interface Standing {
  /** `inProgress`, `closing.verification`. */
  readonly state: string;
  /** Who led it then. */
  readonly leadUnitIds: readonly string[];
  /** Percent; the lowest of its leads. Null: nobody has reported yet. */
  readonly progress: number | null;
  /** Points behind what could be expected when it was last reported on, of the lead that is furthest behind. */
  readonly lag: number | null;
  readonly schedule: ScheduleCode;
  readonly deadlineOn: CivilDate;
  readonly pastDeadline: boolean;
  /** The unit that it waits for, where that was accepted or is not answered yet. */
  readonly blocked: { readonly byUnitId: string; readonly accepted: boolean; readonly reason: string } | null;
  readonly dispute: { readonly unitId: string; readonly reason: string } | null;
  readonly suspendedUntil: CivilDate | null;
}

export interface IndicatorRecord {
  readonly position: number;
  readonly name: string;
  /** `≥90%`, as it is printed. */
  readonly target: string;
  /** The last reading, as it is printed; null: none was reported. */
  readonly reading: string | null;
  /** Null where there is no reading. */
  readonly reached: boolean | null;
  /** The same in figures, for pictures; left out where it is no single bound (a range, growth). */
  readonly measured?: IndicatorFigures;
}

export interface IndicatorFigures {
  readonly target: number;
  readonly first: number | null;
  readonly reading: number | null;
  /** Whether the target is to be reached or not to be passed. */
  readonly bound: 'floor' | 'ceiling';
}

/** The words of the last report on a task. */
export interface SaidRecord {
  readonly done: string;
  readonly problems: string;
  readonly nextSteps: string;
}

/** 需协调事项: never empty. */
export interface HelpWanted {
  readonly unitId: string;
  readonly words: string;
}

export interface TaskRecord {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly actionId: string;
  readonly originalDeadlineOn: CivilDate;
  readonly indicators: readonly IndicatorRecord[];
  readonly said: SaidRecord | null;
  /** What units asked others to help with when they last reported; a report of no change leaves standing what was asked. */
  readonly helpWanted?: readonly HelpWanted[];
  /** As it stood at each checkpoint of the record, in their order; null: there was no such task yet. */
  readonly stood: readonly (Standing | null)[];
  /** Closed at the last checkpoint, and no longer by what the record knows: it was reopened (回头看) since. */
  readonly openAgain?: boolean;
}

/** As it was known at the record's instant: `silent` and `missed` are unfiled, the first may still be filed. */
export type FilingOutcome = 'onTime' | 'late' | 'silent' | 'missed';

/** A report that fell due. */
export interface FilingRecord {
  readonly id: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly dueAt: Instant;
  readonly outcome: FilingOutcome;
  readonly filedAt: Instant | null;
}

/** A notice that was issued under a level of the scheme. */
export interface CardRecord {
  readonly id: string;
  readonly unitId: string;
  readonly level: string;
  /** The paper that it went out as: a yellow card is a supervision notice, a red one a circular. */
  readonly paper: NoticeDocumentKind;
  readonly number: string | null;
  readonly title: string;
  readonly issuedAt: Instant;
  /** Taken back by an appeal, as far as that was known. */
  readonly rescindedAt: Instant | null;
  readonly taskIds: readonly string[];
}

/** What a verification found. */
export interface FindingRecord {
  readonly id: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly finding: 'true' | 'partlyTrue' | 'untrue';
  readonly words: string;
  readonly foundAt: Instant;
  /** What the unit had reported as done, in its own words. */
  readonly done: string;
  readonly corrected: boolean;
}

/** A dispatch meeting that was owed. */
export interface MeetingOwed {
  readonly id: string;
  readonly actionId: string;
  readonly dueAt: Instant;
  readonly held: boolean;
}

export interface LevelRecord {
  readonly id: string;
  readonly label: string;
  /** Counted as a card, not a reminder. */
  readonly card: boolean;
  readonly rank: number;
}

/** An instant at which the tasks are looked at: the period's end, the one before it, the ends of quarters. */
export interface Checkpoint {
  /** `2024-05`, `2024-Q2`: the period that ends here. */
  readonly key: string;
  readonly label: string;
  /** From where the period before this checkpoint counts, and up to which instant. */
  readonly from: Instant;
  readonly at: Instant;
}

/**
 * What the record says of a scope and a period, as it was known at `asOf`: rows, nothing counted yet. The last
 * checkpoint is the period's own, the one before it (if there is one) that of the period before.
 */
export interface PeriodRecord {
  readonly jurisdiction: string;
  readonly plan: PlanNamed;
  readonly scope: ProductScope;
  readonly period: Period;
  readonly asOf: Instant;
  readonly issue: IssueFacts;
  readonly checkpoints: readonly Checkpoint[];
  readonly actions: readonly ActionRecord[];
  readonly units: readonly UnitRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly filings: readonly FilingRecord[];
  readonly cards: readonly CardRecord[];
  readonly findings: readonly FindingRecord[];
  readonly meetings: readonly MeetingOwed[];
  readonly levels: readonly LevelRecord[];
  /** From how many points below schedule on a task is behind, as the policy says. */
  readonly behindFrom: number;
  /** How much a publication names; left out: everything that it can. */
  readonly publication?: PublicationNames;
}

/** Whether a publication names lead units and tasks, or only numbers them (policy). */
export interface PublicationNames {
  readonly units: boolean;
  readonly titles: boolean;
}
