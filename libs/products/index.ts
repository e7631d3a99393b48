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
export { quarterlyReview } from './documents/quarterly-review.js';
export { writtenOut } from './documents/written-out.js';
