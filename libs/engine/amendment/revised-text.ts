import type { CivilDate } from '#calendar';
import type { AmendableField, AmendableIndicator } from '#plan';

/** A unit that a revised text names, as the record knows it. */
export interface RevisedUnit {
  /** Null: no unit answers to the name. */
  unitId: string | null;
  name: string;
  desk: string;
  printed: string;
}

/** A task of a revised text, as read and corrected. */
export interface RevisedTask {
  draftTaskId: string;
  code: string;
  actionCode: string;
  section: string;
  number: string;
  title: string;
  titleIsLabel: boolean;
  text: string;
  /** Where it stands: `{ start, end }` in the text, or `{ sheet, row }`. */
  span: Record<string, unknown>;
  /** Groups that lead are spelled out, as for the tasks of the record. */
  lead: RevisedUnit[];
  support: RevisedUnit[];
  deadline: { on: CivilDate; inferred: boolean };
  ongoing: boolean;
  cadences: { kind: string; every: string }[];
  /** Where a person said in review that a cadence of its own takes the place of an inherited one. */
  replacements: readonly unknown[];
  indicators: AmendableIndicator[];
  /** What a person set, whatever the text says. */
  corrected: AmendableField[];
  confirmed: boolean;
}

export interface RevisedAction {
  code: string;
  number: string;
  name: string;
  goals: unknown[];
  /** How often, as a person said of the action in review; left out: nothing was said. */
  cadences?: readonly unknown[];
  taskForce: unknown;
  officeUnitId: string | null;
}

/** The revised text of a running plan, with what persons made of it in review. */
export interface RevisedText {
  reviewId: string;
  planId: string;
  /** The day as of which units answer. */
  on: CivilDate;
  documentId: string | null;
  title: string;
  documentNumber: string | null;
  issuedBy: string | null;
  issuedOn: CivilDate | null;
  /** SHA-256 of the file. */
  sourceHash: string;
  sourceText: string;
  actions: RevisedAction[];
  cadences: unknown[];
  headlineTargets: unknown[];
  /** In the order of the text, without those that were dropped. */
  tasks: RevisedTask[];
}
