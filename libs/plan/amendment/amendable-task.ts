import type { CivilDate } from '#calendar';

/** A unit as a text prints it; two names with the same `key` are the same unit (and the same desk of it). */
export interface AmendableUnit {
  readonly key: string;
  readonly name: string;
}

export interface AmendableIndicator {
  readonly name: string;
  readonly comparator: string;
  readonly value: number;
  readonly upper?: number | null | undefined;
  readonly unit: string;
  readonly per?: string | null | undefined;
}

/** An action of the running plan, or of the revised text; `key` is its own within its side. */
export interface AmendableAction {
  readonly key: string;
  readonly number: string;
  readonly name: string;
}

/** What of a task a revised text can change. */
export const AMENDABLE_FIELDS = [
  'title',
  'text',
  'lead',
  'support',
  'deadline',
  'indicators',
  'action',
  'number',
] as const;
export type AmendableField = (typeof AMENDABLE_FIELDS)[number];

/** A task as a text has it: of the running plan as its last text says, or of the revised one. */
export interface AmendableTask {
  readonly key: string;
  readonly code: string;
  /** Key of its action. */
  readonly action: string;
  readonly section: string;
  readonly number: string;
  /** As printed, or a short label of our own (`titleIsLabel`). */
  readonly title: string;
  readonly titleIsLabel: boolean;
  /** Its sentences; null where the text is not at hand. */
  readonly text: string | null;
  readonly lead: readonly AmendableUnit[];
  readonly support: readonly AmendableUnit[];
  /** The day by which it has to be done; inferred where the text names none. */
  readonly deadline: { readonly on: CivilDate; readonly inferred: boolean };
  readonly indicators: readonly AmendableIndicator[];
  /** Units, dates and figures were read from `text` alone, not from the cells of a table beside it. */
  readonly isReadFromText: boolean;
  /** What a person set in review, so that it need not be what the text says. */
  readonly corrected: readonly AmendableField[];
}

/** One of the two texts. */
export interface AmendableText {
  readonly actions: readonly AmendableAction[];
  /** In the order of the text. */
  readonly tasks: readonly AmendableTask[];
}
