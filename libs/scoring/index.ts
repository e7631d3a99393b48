/**
 * Scoring as data: a scheme chooses among a fixed list of facts and weighs them; facts are a fold over recorded events;
 * a score is calculated from both and says of every point what made it. Pure.
 */
export * from './facts/vocabulary.js';
export * from './facts/unit-facts.js';
export * from './facts/recorded.js';
export { factsOf, FactsFold } from './facts/facts-of.js';
export { isReached } from './facts/is-reached.js';
export {
  schemeSchema,
  type Formula,
  type Scheme,
  type SchemeItem,
  type SchemeSection,
} from './scheme/scheme.schema.js';
export { parseScheme } from './scheme/parse-scheme.js';
export { schemeWarnings, type SchemeWarning } from './scheme/scheme-warnings.js';
export * from './score/unit-score.js';
export { placesAmong } from './score/places-among.js';
export * from './score/score-lines.js';
export { withAdjustments } from './score/with-adjustments.js';
export { changedScheme, type ChangedScheme, type SchemeChange } from './scheme/changed-scheme.js';
export { scoreOf, type WeightOf } from './score/score-of.js';
export { rankScores, type RankedGroup, type RankedScore, type RankedUnit } from './score/rank-scores.js';
export { compareScores, type ScoreComparison, type ComparedUnit } from './score/compare-scores.js';
export { drawScores } from './score/draw-scores.js';
export {
  complianceWarnings,
  type CompliancePurpose,
  type ComplianceWarning,
} from './compliance/compliance-warnings.js';
export { COMPLIANCE_RULES, PHOTO_RULE, type ComplianceRule } from './compliance/compliance-rules.js';
