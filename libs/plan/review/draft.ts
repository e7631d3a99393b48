import type { CadenceKind, CadencePeriod } from '../cadence.js';
import type { Evidence, ExtractedTask } from '../extraction.schema.js';

/** A place that a person should look at. */
export interface Doubt {
  readonly code: string;
  readonly message: string;
  /** JSON pointer into the task. */
  readonly path: string;
  readonly span: Evidence['span'];
  readonly confidence: number;
}

interface NamedCadence {
  readonly kind: CadenceKind;
  readonly every: CadencePeriod;
}

/** A cadence of the task's own takes the place of one of the plan or the action. */
export interface DraftReplacement {
  readonly own: NamedCadence;
  readonly inherited: NamedCadence & { readonly origin: 'plan' | 'action' };
  readonly reason: string;
  /** Who said so, and when. */
  readonly personId?: string;
  readonly at?: string;
}

export const DRAFT_STATES = ['proposed', 'confirmed', 'dropped'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** What is known of a draft: the task as read with what persons corrected. */
export interface DraftBody {
  /** Its `id` is the draft's code, its `action` that of the action it belongs to now. */
  readonly task: ExtractedTask;
  /** A short name of our own, where the text prints no heading. */
  readonly label: string | null;
  /** The unit (id) that a person chose for a printed name, in this task alone. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly doubts: readonly Doubt[];
  /** Where a person said that a cadence of its own takes the place of an inherited one; left out: nowhere. */
  readonly replacements?: readonly DraftReplacement[];
}

/** A task between being read and being dispatched. */
export interface Draft {
  /** Identity within the plan, for good: A2-03. */
  readonly code: string;
  readonly state: DraftState;
  readonly body: DraftBody;
  /** Codes of the tasks as read that it came from. */
  readonly origin: readonly string[];
  /** Fields that a person has changed. */
  readonly corrected: readonly string[];
}

/** The name under which the task is known: the printed heading, or the label. */
export const titleOf = ({ task, label }: DraftBody): string | null => task.title ?? label;
