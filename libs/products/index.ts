/** The products (domain.md §9): what ledgers, bulletins, reviews, notices and reports say, from facts. Pure. */
export * from './kinds/product-kinds.js';
export type * from './facts/period-record.js';
export { FactBook, type Fact, type FactRef } from './facts/fact-book.js';
export { periodFacts, type PeriodFacts } from './facts/period-facts.js';
export { monthlyBulletin } from './documents/monthly-bulletin.js';
export { checkProse, type ProseFault } from './sentences/check-prose.js';
export { BANNED_PHRASES } from './sentences/banned-phrases.js';
export { lengthOf } from './documents/fit.js';
export { dispatchBrief } from './documents/dispatch-brief.js';
export { publication } from './documents/publication.js';
export { verifiedTasks, type VerifiedTask } from './facts/verified-tasks.js';
export { quarterlyReview } from './documents/quarterly-review.js';
export { writtenOut } from './documents/written-out.js';
export { assessmentFacts, type AssessmentFacts, type AssessmentRecord } from './facts/assessment-facts.js';
export { annualAssessment } from './documents/annual-assessment.js';
export { meetingFacts, type MeetingFacts, type MeetingRecordFacts } from './facts/meeting-facts.js';
export { meetingMinutes } from './documents/meeting-minutes.js';
export { correctionFacts, type Replaced } from './facts/correction-facts.js';
export { caseFacts, type CaseFacts, type CaseRecord, type CaseStep } from './facts/case-facts.js';
export { specialReport } from './documents/special-report.js';
export {
  namedWordsOf,
  noticeDocumentFacts,
  type NamedWords,
  type NoticeDocumentFacts,
  type NoticeDocumentKind,
  type NoticeDocumentRecord,
} from './facts/notice-document-facts.js';
export { noticeDocument } from './documents/notice-document.js';
export { partsOfBody } from './facts/parts-of-body.js';
export { PRODUCT_DOCUMENTS, type DocumentKindCode, type FactsOfKind } from './documents/product-documents.js';
export { monthlyLedger } from './ledgers/monthly-ledger.js';
export * from './ledgers/fill-in/index.js';
export { wallSheets } from './wall/wall-sheets.js';
