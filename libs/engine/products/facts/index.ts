/** Facts of products, read from the record. */
export { readPeriodFacts, type WantedPeriod } from './read-period-facts.js';
export { readAssessmentFacts } from './read-assessment-facts.js';
export { readCaseFacts } from './read-case-facts.js';
export { readMeetingFacts } from './read-meeting-facts.js';
export { readNoticeFacts } from './read-notice-facts.js';
export { writeMonthlyLedger } from './write-monthly-ledger.js';
