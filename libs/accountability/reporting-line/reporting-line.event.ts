import type { CivilDate, Instant } from '#calendar';
import type { LineItem } from '../duty/line-item.js';
import type { PlannedSitting } from '../effect.js';
import type { PolicyAdopted } from '../ladder/adoption.js';
import type { OfRung, TakesEffect } from '../ladder/rung-event.js';

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
  | PolicyAdopted
  | ({ type: 'RUNG_DUE' } & TakesEffect)
  | ({ type: 'ISSUE_OVERDUE' } & OfRung)
  | ({ type: 'NOTICE_AGREED'; noticeId: string } & OfRung)
  | ({ type: 'NOTICE_ISSUED'; noticeId: string } & TakesEffect)
  | { type: 'HELD'; generation: number; until: CivilDate; reason: string }
  | { type: 'HOLD_EXPIRED'; generation: number }
  | { type: 'LIFTED'; generation: number; reason: string }
  | ({ type: 'SKIPPED'; reason: string; approverId: string | null } & OfRung)
  | ({ type: 'CARD_ANSWERED'; unitId: string; statement: string } & OfRung)
  | ({ type: 'CARD_ANSWER_OVERDUE' } & OfRung)
  | ({ type: 'APPEALED'; unitId: string; reason: string; late: boolean } & OfRung)
  | ({ type: 'APPEAL_UPHELD'; reason: string } & OfRung)
  | ({ type: 'APPEAL_REJECTED'; reason: string } & OfRung)
  | ({ type: 'APPEAL_OVERDUE' } & OfRung)
);

export type ReportingLineEventType = ReportingLineEvent['type'];
