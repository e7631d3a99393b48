import type { CivilDate, Instant } from '#calendar';
import type { LineItem } from '../duty/line-item.js';
import type { PlannedSitting } from '../effect.js';

/** What can happen to a unit's reporting line. `at` and the civil date `on` are facts of the event, never asked for. */
export type ReportingLineEvent = { at: Instant; on: CivilDate } & (
  | {
      type: 'TASK_JOINED';
      taskId: string;
      upcoming: PlannedSitting;
      joinsCurrent: boolean;
      /** The task is asked for in a finer rhythm too; left out: it is not. */
      finer?: boolean;
    }
  /** The task has come to be asked for in a finer rhythm, or is so no longer. */
  | { type: 'RHYTHMS_CHANGED'; taskId: string; finer: boolean }
  /** The task was reported on in a finer rhythm; `covers`: the period of this line that the finer one ends. */
  | {
      type: 'FINER_REPORT_FILED';
      taskId: string;
      finerPeriod: string;
      progress: number;
      covers: string | null;
    }
  | { type: 'TASK_LEFT'; taskId: string; reason: string }
  /** On the line of a duty: a live task brings an item, or joins those that keep it going. */
  | {
      type: 'ITEM_JOINED';
      item: Omit<LineItem, 'live'>;
      taskId: string;
      upcoming: PlannedSitting;
      joinsCurrent: boolean;
    }
  /** A task that kept items going is over; or, with `itemId`, one item is asked for no longer. */
  | { type: 'ITEM_LEFT'; taskId: string | null; itemId: string | null; reason: string }
  | { type: 'ITEM_FULFILLED'; period: string; itemId: string }
  | { type: 'SITTING_OPENED'; period: string }
  | { type: 'REMINDER_DUE'; period: string; reminder: string }
  | { type: 'SITTING_DUE'; period: string; upcoming: PlannedSitting }
  | { type: 'SITTING_FILED'; period: string; late: boolean; taskIds: string[] }
  | {
      type: 'CALENDAR_CHANGED';
      calendarVersion: number;
      reason: string;
      /** Where the new calendar puts the sittings that the line has; null where it has none. */
      current: PlannedSitting | null;
      overdue: PlannedSitting | null;
    }
  | { type: 'SITTING_DUE_AGAIN'; period: string }
  | { type: 'RUNG_DUE'; generation: number; rung: string }
  | { type: 'ISSUE_OVERDUE'; generation: number; rung: string }
  | { type: 'NOTICE_AGREED'; generation: number; rung: string; noticeId: string }
  | { type: 'NOTICE_ISSUED'; generation: number; rung: string; noticeId: string }
);

export type ReportingLineEventType = ReportingLineEvent['type'];
