import type { Instant, Period } from '#calendar';

/** What the ten-day ledger (旬台账) of a plan says. Every figure comes ready from the record; nothing is judged here. */
export interface TenDayLedgerFacts {
  plan: { title: string; documentNumber?: string };
  period: Pick<Period, 'label' | 'start' | 'end'>;
  /** The instant whose state of the record this is. */
  asOf: Instant;
  actions: LedgerAction[];
}

export interface LedgerAction {
  /** `A1` */
  code: string;
  name: string;
  /** The office of the task force that keeps this part. */
  taskForceOffice?: string;
  tasks: LedgerTask[];
}

export interface LedgerTask {
  code: string;
  title: string;
  leadUnits: string[];
  supportUnits: string[];
  /** `推进中` */
  stateLabel: string;
  /** Percent, or null where there is none (a rate to be kept, nothing reported yet). */
  expected: number | null;
  reported: number | null;
  /** Percentage points, expected − reported; negative when ahead. */
  lag: number | null;
  schedule: { code: LedgerScheduleCode; label: string };
  problems: string;
  nextSteps: string;
  changes: string;
  /** What each lead unit owes on this task for the period; empty when nothing is owed. */
  filings: LedgerFiling[];
  /** The current rung, with label, level and its colour (`#1f5fbf`) of the scheme in force; null when nothing is escalated. */
  ladder: { rung: number; label: string; colour: string | null; paint?: string | null } | null;
}

export type LedgerScheduleCode = 'ahead' | 'onTrack' | 'behind' | 'seriouslyBehind' | 'notMeasured';

/**
 * - `onTime`, `late`: filed, at `filedAt`
 * - `silent`: overdue, not filed yet; `missed`: not filed before the next period's due time, for ever
 * - `pending`: not due yet and not filed; `excused`: nothing was owed after all
 */
export type FilingOutcome = 'onTime' | 'late' | 'silent' | 'missed' | 'pending' | 'excused';

export interface LedgerFiling {
  unit: string;
  dueAt: Instant;
  outcome: FilingOutcome;
  filedAt?: Instant | undefined;
}
