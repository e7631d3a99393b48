/** Truth checks: what could be drawn and why, the draw, verifications and what was found. */
export type {
  AbandonDrawCommand,
  AddRandomnessCommand,
  CommitDrawCommand,
  DrawCommand,
  DrawnVerifications,
  DrawStands,
  OrderVerificationCommand,
  RecordedFinding,
  RecordFindingCommand,
} from './draw-commands.js';
export { drawPopulation } from './draw-population.js';
export { abandonDraw, addRandomness, commitDraw, drawRecordOf, freezeDraw } from './draw-steps.js';
export { carryOutDraw } from './carry-out-draw.js';
export { orderVerification } from './order-verification.js';
export { recordFinding } from './record-finding.js';
export { maySupervise, mayWitness, notIndependent } from './supervising.js';
