import type { OfficialDocument } from '#official';
import type { AssessmentFacts } from '../facts/assessment-facts.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { MeetingFacts } from '../facts/meeting-facts.js';
import type { NoticeDocumentFacts } from '../facts/notice-document-facts.js';
import type { PeriodFacts } from '../facts/period-facts.js';
import type { ProductKindCode } from '../kinds/product-kinds.js';
import { annualAssessment } from './annual-assessment.js';
import { dispatchBrief } from './dispatch-brief.js';
import { meetingMinutes } from './meeting-minutes.js';
import { monthlyBulletin } from './monthly-bulletin.js';
import { noticeDocument } from './notice-document.js';
import { publication } from './publication.js';
import { quarterlyReview } from './quarterly-review.js';
import { specialReport } from './special-report.js';

/** The facts that each kind of document is written from. */
export interface FactsOfKind {
  dispatchBrief: PeriodFacts;
  monthlyBulletin: PeriodFacts;
  publication: PeriodFacts;
  quarterlyReview: PeriodFacts;
  annualAssessment: AssessmentFacts;
  reminderLetter: NoticeDocumentFacts;
  supervisionNotice: NoticeDocumentFacts;
  circular: NoticeDocumentFacts;
  interviewNotice: NoticeDocumentFacts;
  specialReport: CaseFacts;
  meetingMinutes: MeetingFacts;
}

/** Kinds that are documents; ledgers are workbooks. */
export type DocumentKindCode = keyof FactsOfKind & ProductKindCode;

/** Facts in, document out, for every kind that is one. */
export const PRODUCT_DOCUMENTS: {
  readonly [K in DocumentKindCode]: (facts: FactsOfKind[K]) => OfficialDocument;
} = {
  dispatchBrief,
  monthlyBulletin,
  publication,
  quarterlyReview,
  annualAssessment,
  reminderLetter: noticeDocument,
  supervisionNotice: noticeDocument,
  circular: noticeDocument,
  interviewNotice: noticeDocument,
  specialReport,
  meetingMinutes,
};
