import type { CadenceEvery, CivilDate, Instant } from '#calendar';
import type { PolicyAdopted } from '../ladder/policy-adopted.event.js';
import type { OfRung, TakesEffect } from '../ladder/rung-event.js';
import type { CadenceReplacement, StatedCadence } from '../cadence/cadence.js';
import type { Gate } from '../policy/policy.schema.js';

export type { Gate } from '../policy/policy.schema.js';

/** An indicator as a revised text sets it. */
export interface AmendedIndicator {
  name: string;
  comparator: string;
  value: number;
  upper?: number | null;
  unit: string;
  per?: string | null;
}

/** What a revised text changes of a task; what it does not name stays. */
export interface Amendment {
  /** The revision that it comes from. */
  amendmentId: string;
  reason: string;
  leadUnitIds?: string[];
  supportUnitIds?: string[];
  deadlineOn?: CivilDate;
  title?: string;
  /** `true`: they changed, and whoever applies the revision writes them. */
  indicators?: AmendedIndicator[] | true;
}

/** What a verification found (督查核实): 属实, 部分属实, 不实. */
export const FINDINGS = ['true', 'partlyTrue', 'untrue'] as const;
export type Finding = (typeof FINDINGS)[number];

/** What can happen to a task. */
export type TaskEvent = { at: Instant; on: CivilDate } & (
  | { type: 'CONFIRMED' }
  | { type: 'LEAD_ASSIGNED'; unitIds: string[]; reason: string }
  | { type: 'DISPATCHED' }
  | { type: 'SIGNED'; unitId: string }
  | { type: 'SIGNING_OVERDUE' }
  | { type: 'DISPUTED'; unitId: string; reason: string }
  | { type: 'DISPUTE_OVERDUE' }
  | { type: 'DISPUTE_RESOLVED'; decision: 'reassign' | 'insist'; unitIds: string[]; reason: string }
  | { type: 'PROGRESS_REPORTED'; unitId: string; period: string; progress: number; expected: number }
  /** A report that was due is not filed for ever: who has reported nothing yet counts as nothing from now on. */
  | { type: 'REPORT_MISSED'; unitId: string; period: string; expected: number }
  | { type: 'DEADLINE_PASSED' }
  | {
      type: 'EXTENDED';
      deadlineOn: CivilDate;
      reason: string;
      /** Beyond what the policy grants: another act, of headquarters, recorded as such. */
      override?: boolean;
    }
  | { type: 'CLOSURE_REQUESTED'; unitId: string; statement: string }
  | { type: 'GATE_PASSED'; gate: Gate; finding: string }
  | { type: 'GATE_OVERDUE'; gate: Gate }
  | {
      type: 'CLOSURE_RETURNED';
      gate: Gate;
      reason: string;
      /** Verification found the closure untrue: the lead that asked for it answers for that at once. */
      untrue?: boolean;
    }
  | { type: 'SUSPENDED'; reason: string; until: CivilDate }
  | { type: 'SUSPENSION_EXPIRED' }
  | { type: 'RESUMED' }
  | { type: 'WITHDRAWN'; reason: string }
  | {
      type: 'REOPENED';
      reason: string;
      /** Until when it is to be made good; left out: what the policy gives. */
      deadlineOn?: CivilDate;
      /** What the policy gives, from the calendar. */
      graceOn?: CivilDate;
    }
  | {
      type: 'CADENCES_CHANGED';
      reason: string;
      /** The rhythms of its reports from now on, as they follow from plan, action and what is said here. */
      reportsEvery: CadenceEvery[];
      /** What is said of the task itself; left out: as before. */
      cadences?: StatedCadence[];
      replacements?: CadenceReplacement[];
    }
  | ({ type: 'AMENDED' } & Amendment)
  | { type: 'LEAD_CHANGED'; unitIds: string[]; reason: string }
  | { type: 'HANDED_OVER'; unitId: string; statement: string }
  | { type: 'TAKEN_OVER'; unitId: string }
  | { type: 'HANDOVER_OVERDUE' }
  | { type: 'HANDOVER_DECREED'; reason: string }
  | { type: 'UNIT_SUCCEEDED'; fromUnitId: string; toUnitId: string; reason: string }
  | { type: 'SPLIT'; intoTaskIds: string[]; reason: string }
  | { type: 'MERGED'; intoTaskIds: string[]; reason: string }
  | { type: 'CARRIED_OVER'; year: number; deadlineOn: CivilDate; reason: string }
  | { type: 'CLOSED_WITH_YEAR'; year: number; finding: string }
  | { type: 'BLOCKED'; unitId: string; byUnitId: string; reason: string }
  | { type: 'BLOCKAGE_ACCEPTED' }
  | { type: 'BLOCKAGE_CONTESTED'; reason: string }
  | { type: 'BLOCKAGE_REJECTED'; reason: string }
  | { type: 'BLOCKAGE_OVERDUE' }
  | { type: 'AWAITED_OVERDUE' }
  | { type: 'UNBLOCKED'; reason: string }
  | {
      type: 'VERIFICATION_ORDERED';
      verificationId: string;
      unitId: string;
      /** The report that is looked at; null: what was said where nothing was filed. */
      reportId: string | null;
      period: string | null;
      /** The draw that it was drawn in, and the hash of that draw’s record; null: asked for by name, with a reason. */
      drawId: string | null;
      recordHash: string | null;
      reason: string;
    }
  | { type: 'VERIFICATION_OVERDUE'; verificationId: string }
  | {
      type: 'VERIFICATION_FOUND';
      verificationId: string;
      unitId: string;
      reportId: string | null;
      period: string | null;
      finding: Finding;
      /** Percent, as it was reported and as it was found; null: not said. */
      reported: number | null;
      found: number | null;
      words: string;
    }
  | { type: 'FIGURE_CORRECTED'; verificationId: string; unitId: string; progress: number; statement: string }
  | { type: 'CORRECTION_OVERDUE'; verificationId: string }
  | PolicyAdopted
  | { type: 'FIRST_REPORT_OVERDUE' }
  | { type: 'IMPORTANCE_SET'; importance: string; reason: string }
  | ({ type: 'RUNG_DUE' } & TakesEffect)
  | ({ type: 'NOTICE_AGREED'; noticeId: string } & OfRung)
  | ({ type: 'NOTICE_ISSUED'; noticeId: string } & TakesEffect)
  | ({ type: 'ISSUE_OVERDUE' } & OfRung)
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

export type TaskEventType = TaskEvent['type'];
