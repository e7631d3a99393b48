/** A running plan whose text is revised: what differs, what persons decide of it, what it does when it comes into force. */
export type { AmendmentItem, AmendmentOfPlan } from './amendment-items.js';
export type { AppliedAmendment } from './apply-amendment.js';
export type { SaidOfItem, SaidOfPair } from './decide-amendment.js';
export { decidePlanAmendment, planAmendment, type DecideAmendmentCommand } from './plan-amendment.js';
export { previewAmendment, type PreviewedAmendment } from './preview-amendment.js';
