/** Plans in review: between the upload of a document and its dispatch. */
export { actOnDraftTask, type ActOnDraftCommand, type DraftAct } from './act-on-draft-task.js';
export { actOnPlanReview, type ActOnReviewCommand, type ReviewAct } from './act-on-plan-review.js';
export { addDraftTask, type AddDraftCommand } from './add-draft-task.js';
export { correctDraftTask, type CorrectTaskCommand, type TaskCorrection } from './correct-draft-task.js';
export { type CadencesSaid } from './correct-cadences.js';
export { type ReviewAction } from './draft-cadences.js';
export { correctPlanFacts, type CorrectFactsCommand } from './correct-plan-facts.js';
export {
  dispatchOutlook,
  dispatchPlan,
  outlookOf,
  type DispatchOutlook,
  type DispatchPlanCommand,
} from './dispatch-plan.js';
export { DISPATCH_BATCH, resumeDispatches } from './dispatch-in-batches.js';
export { draftOf } from './draft-rows.js';
export { type ReviewFacts } from './first-facts.js';
export {
  REVIEW_STEP_TYPES,
  type ReviewCommand,
  type ReviewDone,
  type ReviewStepType,
  type SeenDraft,
} from './hold-review.js';
export { mayReview } from './may-review.js';
export {
  goldOfReview,
  readDrafts,
  readReview,
  type DraftsRead,
  suggestionsFor,
  type ReviewReading,
  type ReviewUnitBurden,
  type UnmatchedUnit,
} from './read-review.js';
export { reviewUnits, type NamedUnit, type ReviewUnits } from './review-units.js';
export { uploadPlan, type UploadedPlan, type UploadPlanCommand } from './upload-plan.js';
