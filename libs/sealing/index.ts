/**
 * The trail sealed: at intervals the ends of all chains that have grown are put under one signed root. Who changes the trail
 * afterwards, chains and all, would need a key that is not in the database; a file of the trail is checked without one.
 */
export { isSignedBy, newSealKey, sealKey, type SealKey } from './seal-key.js';
export type { ChainKind, Seal, SealLeaf, SealStatement } from './seal-statement.js';
export {
  consistencyProofSchema,
  eventProofSchema,
  verifyConsistency,
  verifyEventProof,
  type ConsistencyProof,
  type EventProof,
  type ProofExpectations,
  type ProofFault,
} from './event-proof.js';
export { coveringLeaf, proveConsistency, proveEvent, sealsAfter, type PlaceInChain } from './prove.js';
export { chainState, type ChainState } from './chain-state.js';
export { sealJurisdiction } from './seal-jurisdiction.js';
export { trailOfRecord, type SealedLines, type SealedTrail, type TrailSource } from './sealed-trail.js';
export {
  eventSchema,
  lineSchema,
  sealSchema,
  trailLines,
  trailOfFile,
  TrailFileError,
} from './trail-file.js';
export {
  verifyTrail,
  type BrokenTrail,
  type SealFault,
  type TrailExpectations,
  type TrailReport,
} from './verify-trail.js';
