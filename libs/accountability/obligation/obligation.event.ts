import type { Instant } from '#calendar';

/** What can happen to one thing owed. */
export type ObligationEvent = { at: Instant } & (
  | { type: 'WINDOW_OPENED' }
  | {
      type: 'REPORT_FILED';
      reportId: string;
      filedBy: string | null;
      progress: number;
      noChange: boolean;
      /** How many "no change" in a row this one makes, 0 for a report with words. */
      noChangeRun: number;
      /** Share of the task's working days gone by, in percent, at the moment of filing. */
      expected: number;
    }
  | { type: 'REPORT_ACCEPTED'; silently: boolean }
  | { type: 'REPORT_RETURNED'; reason: string }
  | { type: 'REFILING_OVERDUE' }
  | { type: 'NEXT_PERIOD_DUE' }
  /** A new calendar moved the due time. */
  | { type: 'CALENDAR_CHANGED'; dueAt: Instant }
  | { type: 'EXCUSED'; reason: string }
);

export type ObligationEventType = ObligationEvent['type'];
