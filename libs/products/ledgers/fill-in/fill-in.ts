import type { CivilDate, Instant } from '#calendar';

/** What a report says, as a row of the workbook gives it. */
export interface FilledReport {
  /** Percent, 0 to 100. */
  progress: number;
  noChange: boolean;
  done: string;
  problems: string;
  /** What others have to help with. */
  helpWanted: string;
  nextSteps: string;
  readings: { position: number; value: number }[];
}

export interface FillInIndicator {
  position: number;
  name: string;
  /** As it is printed: `≥96%`. */
  target: string;
  unit: string;
  lastValue: number | null;
}

/** Something that a unit owes a report on, as the record has it now. */
export interface OwedItem {
  obligationId: string;
  /** How many reports have been filed for it. */
  revision: number;
  sittingId: string;
  unit: { id: string; name: string };
  period: { key: string; label: string };
  dueAt: Instant;
  task: { id: string; code: string; title: string; deadlineOn: CivilDate };
  /** `open` and `returned` wait for a report. */
  state: string;
  returnReason: string | null;
  /** What could be expected of the task by now, in percent. */
  expected: number;
  /** The unit's report on the task before this one. */
  last: FilledReport | null;
  /** The report that stands for it. */
  filed: (FilledReport & { by: string | null; at: Instant }) | null;
  indicators: readonly FillInIndicator[];
  noChange: { allowed: boolean; inARow: number };
  /** Whether who asks may file it. */
  mayFile: boolean;
}

export const waits = ({ state }: Pick<OwedItem, 'state'>): boolean =>
  state === 'open' || state === 'returned';

/** What a workbook says of itself: where it comes from, and what each of its rows was made from. */
export interface LedgerIdentity {
  installation: string;
  jurisdictionId: string;
  planId: string;
  planTitle: string;
  period: string;
  periodLabel: string;
  scope: string;
  madeAt: Instant;
  rows: { obligationId: string; revision: number; code: string; unit: string; period: string }[];
}

/** The columns that are filled in, by the key that stands above each. Readings are `reading1`, `reading2` … */
export const FIELDS = {
  progress: '本期进度（%）',
  noChange: '较上期无变化',
  done: '本期进展',
  problems: '存在问题',
  helpWanted: '需协调事项',
  nextSteps: '下一步打算',
} as const;
export type Field = keyof typeof FIELDS;
export const readingKey = (position: number): string => `reading${position + 1}`;
export const readingHeader = (position: number): string => `指标${position + 1}读数`;

export const WORDS_AT_MOST = 4_000;
