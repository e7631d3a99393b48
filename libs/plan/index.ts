/** A plan's text: what it says, who is to do it, by when, and how it is measured. */
export { amendableText, dueDateOf } from './amendment/amendable-of-extraction.js';
export type {
  AmendableAction,
  AmendableField,
  AmendableIndicator,
  AmendableTask,
  AmendableText,
  AmendableUnit,
} from './amendment/amendable-task.js';
export { type AmendmentEntry, compareTexts, type TextComparison } from './amendment/compare-texts.js';
export type { FieldChange } from './amendment/differences.js';
export type { PairByHand } from './amendment/match-tasks.js';
export { CADENCE_KINDS, CADENCE_PERIODS, type CadenceKind, type CadencePeriod } from './cadence.js';
export { decodeText } from './decode-text.js';
export { extractBlocks, type PlanReading, type ReadTable } from './document/extract-blocks.js';
export { extractDocument, readPlanDocument } from './document/read-plan-document.js';
export { extractPlan } from './extract-plan.js';
export * from './extraction.schema.js';
export { extractionJsonSchema } from './extraction-json-schema.js';
export { type ClauseLine, readClauseLine } from './clause/read-clause-line.js';
export { readClauseText, type ClauseReading } from './clause/read-clause-text.js';
export { FINDING_CODES, type FindingCode, type PlanFinding } from './lint/finding.js';
export {
  BURDEN,
  burdenOf,
  type BurdenRules,
  type Duty,
  type OfficeDuty,
  TIMES_A_MONTH,
  type UnitBurden,
} from './lint/burden.js';
export { lintPlan, type LintOptions } from './lint/lint-plan.js';
export * from './review/index.js';
export { attachSource, type AttachedSource } from './seed/attach-source.js';
export { parsePlanSeed } from './seed/parse-plan-seed.js';
export { type PlanSeed, planSeedSchema, type PlanSeedTask } from './seed/plan-seed.schema.js';
export { sourceHash } from './seed/source-hash.js';
export { type PlanSeedFacts, toPlanSeed } from './seed/to-plan-seed.js';
export { writePlanSeed } from './seed/write-plan-seed.js';
export { type ResolvedUnit, resolveUnitName } from './units/resolve-unit-name.js';
export { groupMembers, type PlanBodies } from './units/group-members.js';
export {
  type ListedPerson,
  readUnitList,
  type UnitList,
  type UnitListProblem,
} from './units/list/read-unit-list.js';
export { kindOfUnit } from './units/list/kind-of-unit.js';
export { unitListColumns, type UnitListColumns } from './units/list/unit-list-columns.js';
export { unitCodeOf } from './units/unit-code.js';
export { normalFormOf, type NamePrefixes } from './units/normal-form.js';
export { suggestUnits, type UnitSuggestion } from './units/suggest-units.js';
export { successorsOf, type Succeeded } from './units/successors.js';
export {
  type KnownName,
  type LearnedName,
  parseUnitSeed,
  type UnitDirectory,
  unitDirectory,
  type UnitSuccession,
} from './units/unit-directory.js';
export {
  SUCCESSION_KINDS,
  type SuccessionKind,
  UNIT_KIND_LABELS,
  UNIT_KINDS,
  type UnitKind,
  type UnitSeed,
  unitSeedSchema,
  type UnitSeedUnit,
} from './units/unit-seed.schema.js';
