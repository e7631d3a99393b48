export { addEvidence, type AddedEvidence, type AddEvidenceCommand } from './add-evidence.js';
export { withdrawEvidence, type WithdrawEvidenceCommand } from './withdraw-evidence.js';
export { actsForEvidence } from './may-hand-in.js';
export { eraseEvidence, type EraseEvidenceCommand } from './erase-evidence.js';
