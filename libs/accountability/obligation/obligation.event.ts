import type { Instant } from '#calendar';

/** What can happen to one thing owed. */
export type ObligationEvent = { at: Instant } & (
  | { type: 'WINDOW_OPENED' }
  /** The report on a task, as lead units file it in their sitting. */
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
      /** It came as a workbook that was filled in elsewhere; left out: on the page, or from another program. */
      from?: 'workbook';
      /** The head of the unit who signed it before it went out; left out: it went straight out. */
      signedBy?: string;
      /** The unit wants its head's signature, and this went out without: nobody is the head, or the head filed it. */
      withoutSignOff?: 'vacant' | 'head';
    }
  /** Every other thing owed: the meeting was held, the ledger confirmed, the part given. */
  | { type: 'DUTY_FULFILLED'; recordId: string; filedBy: string | null }
  /** The report that was filed in a finer rhythm, for the period that ends this one, is this one too. */
  | { type: 'COVERED'; finerPeriod: string; progress: number }
  | { type: 'REPORT_ACCEPTED'; silently: boolean }
  | { type: 'REPORT_RETURNED'; reason: string }
  | { type: 'REFILING_OVERDUE' }
  | { type: 'NEXT_PERIOD_DUE' }
  /** A new calendar moved the due time. */
  | { type: 'CALENDAR_CHANGED'; dueAt: Instant }
  /** It is owed no longer. `keepsFiled`: what is filed stays, unless it should be returned. */
  | { type: 'EXCUSED'; reason: string; keepsFiled?: boolean }
  /** A one-off report is asked for; `noticeHours` are the working hours that the unit has for it. */
  | { type: 'REPORT_REQUESTED'; noticeHours: number; approvedBy: string | null }
  | { type: 'REMINDER_DUE' }
  | { type: 'REQUEST_DUE' }
  | { type: 'REQUEST_EXPIRED' }
);

export type ObligationEventType = ObligationEvent['type'];
