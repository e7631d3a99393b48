/**
 * Self-reports are not the truth (domain.md §11): signals that set a report beside what is known, the lots they give
 * it in the draw for verification, and the draw itself, which anyone can repeat. Nothing else reads the signals.
 */
export type {
  AskedClosure,
  CaseReport,
  EarlierFinding,
  Evidence,
  KnownIndicator,
  KnownMilestone,
  KnownPart,
  Signal,
  TruthCase,
} from './truth-case.js';
export { SIGNAL_LABELS, SIGNALS, signalsOf } from './signals-of.js';
export { textLikeness } from './text-likeness.js';
export { drawnByLot, lotsOf } from './draw/lots-of.js';
export { draw } from './draw/draw.js';
export { drawOrder, lotNumber } from './draw/draw-order.js';
export { commitmentOf, populationHash, recordHash, seedOf } from './draw/draw-hashes.js';
export { drawRecordSchema, type DrawEntry, type Drawn, type DrawRecord } from './draw/draw-record.schema.js';
export { repeatDraw, type DrawDifference, type Repeated } from './draw/repeat-draw.js';
