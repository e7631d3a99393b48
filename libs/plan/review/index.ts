/** A reading in the hands of persons: what is doubtful, what they correct, what keeps it from being dispatched. */
export type { DraftReplacement } from './draft.js';
export { correctDraft, type CorrectedDraft, type DraftCorrection } from './correct-draft.js';
export { doubtsOf } from './doubts.js';
export { type Doubt, type Draft, type DraftBody, DRAFT_STATES, type DraftState, titleOf } from './draft.js';
export { labelOf } from './label-of.js';
export { mergeDrafts } from './merge-drafts.js';
export { type PassageContext, readPassage } from './read-passage.js';
export { readAgain } from './read-again.js';
export {
  type FindingOptions,
  type ReviewedPlan,
  type ReviewFinding,
  reviewFindings,
} from './review-findings.js';
export { goldOf, reviewedExtraction, type ReviewedFacts } from './reviewed-extraction.js';
export { nextCode, nextPart, toDrafts } from './to-drafts.js';
export { withNames } from './with-names.js';
export { type PlanIdentity, runningTwin } from './running-twin.js';
export { sameValue } from './same-value.js';
