import type { CivilDate } from '#calendar';

export const HAND_DOWN_STATES = ['offered', 'asked', 'adopted', 'declined', 'recalled'] as const;
export type HandDownState = (typeof HAND_DOWN_STATES)[number];

/** What is said, from above (the first three) and from below. */
export const CASCADE_KINDS = [
  'offered',
  'answered',
  'recalled',
  'adopted',
  'declined',
  'asked',
  'progress',
] as const;
export type CascadeKind = (typeof CASCADE_KINDS)[number];

export interface CascadeIndicator {
  name: string;
  comparator: string;
  value: number;
  unit: string;
}

/** The lower jurisdiction's own task, as it was told. */
export interface AdoptedAs {
  code: string;
  title: string;
  deadlineOn: CivilDate;
  /** Names of the units that lead. */
  leads: string[];
  /** Why its deadline is later than the one handed down; null: it is not. */
  deadlineReason: string | null;
}

/** What the one above may know of an adopted task: its state, and of its reports what was accepted. */
export interface ReleasedFacts {
  state: string;
  schedule: string;
  /** The colour that its ladders have come to, as the lower jurisdiction calls it: 黄牌; null: none. */
  card: string | null;
  deadlineOn: CivilDate;
  /** 0 to 100, the lowest of its leads'; null: nothing was accepted yet. */
  percent: number | null;
  period: string | null;
  readings: { name: string; value: number; unit: string }[];
  /** Null: the policy shares none. */
  words: string | null;
}
