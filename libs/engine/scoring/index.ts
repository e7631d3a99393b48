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
export { openAssessment, periodOfKey, type OpenAssessmentCommand } from './assessment/open-assessment.js';
export { objectToLine, speaksFor, type ObjectCommand } from './assessment/object-to-line.js';
export { decideObjection, type DecideObjectionCommand } from './assessment/decide-objection.js';
export { finaliseAssessment, withdrawAssessment } from './assessment/finalise-assessment.js';
export { closePreviews } from './assessment/close-previews.js';
export {
  explainAssessed,
  readAssessment,
  standingGroups,
  type WholeAssessment,
} from './assessment/read-assessment.js';
export { adjustmentsOf, linesOfRow } from './assessment/reckoned.js';
export { assessmentWorkbook, assessmentJson } from './assessment/export-assessment.js';
export { stateLabel as assessmentStateLabel, type AssessmentCommand } from './assessment/at-assessment.js';
export { mayScore } from './may-score.js';
export { whatIf, type WhatIfCommand } from './what-if.js';
