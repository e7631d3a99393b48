/** Scores of units: read from the record, rehearsed, kept; schemes put in force; the assessor's decisions. */
export {
  explainScore,
  scoresOf,
  type ExplainedScore,
  type PointEvent,
  type Scores,
  type ScoresCommand,
} from './scores-of.js';
export { rehearseScheme, type RehearseSchemeCommand, type SchemeRehearsal } from './rehearse-scheme.js';
export { adoptScheme, putInForce, type AdoptedScheme, type AdoptSchemeCommand } from './adopt-scheme.js';
export { confirmWarnings, type WarnedRule } from './confirm-warnings.js';
export {
  decidePoints,
  takeBackPoints,
  type DecidePointsCommand,
  type TakeBackPointsCommand,
} from './decide-points.js';
export {
  hashOfScores,
  keepScores,
  type KeepScoresCommand,
  type KeptGroup,
  type KeptScore,
  type KeptScores,
} from './keep-scores.js';
export {
  readScoredFacts,
  scoreFacts,
  schemeInForce,
  type SchemeInForce,
  type ScoredFacts,
  type WantedScores,
} from './scored-plan.js';
