/**
 * Who is accountable for what, as pure calculation: the statecharts of a task, of a thing owed and of a unit's
 * reporting line; ladders and other rules as data; `decide`; who may do what.
 */
export * from './role.js';
export * from './rejection.js';
export * from './subject.js';
export * from './effect.js';
export * from './identifier.js';
export * from './policy/policy.schema.js';
export {
  cadenceRules as cadenceRulesSchema,
  CADENCE_KINDS as STATED_CADENCE_KINDS,
} from './policy/cadence.schema.js';
export * from './cadence/cadence.js';
export { changedCadences, type CadenceChange } from './cadence/changed-cadences.js';
export { cadenceRule, type CadenceRule } from './cadence/cadence-rule.js';
export {
  dutyOf,
  effectiveCadences,
  type CadenceDuty,
  type CadenceRules,
  type CadenceSources,
  type EffectiveCadence,
  type EffectiveCadences,
} from './cadence/effective-cadences.js';
export { parsePolicy } from './policy/parse-policy.js';
export * from './ladder/climb.js';
export { standingUnder, type PolicyAdopted, type Standing } from './ladder/adoption.js';
export { cardsElsewhere, cardsOn, countsUnitCards, unitCounted } from './ladder/card-facts.js';
export type { UnitCard } from './ladder/unit-cards.js';
export { nextRung, offsetFrom, type NextRung } from './ladder/next-rung.js';
export { endOfPause, latestPauseDay, pausedClock } from './ladder/ladder-pause.js';
export * from './authorisation/may-send.js';
export { PERMITTED, permittedRoles } from './authorisation/permissions.js';
export { REVIEWER_OF } from './task/supervision/matters.js';
export type { Closure, Handover, TaskContext, TaskInput, TaskOrigin } from './task/task.context.js';
export type { Blockage } from './task/blockage.js';
export { limitOf, type LimitedTask } from './task/limit-of.js';
export { expectedProgressOf } from './task/expected-progress-of.js';
export {
  outlookOf,
  runsToday,
  standingToday,
  type StandingToday,
  type TaskOutlook,
} from './task/standing-today.js';
export { causeKey, type Cause, type TaskCard, type TaskClimb } from './task/supervision/climb.js';
export { ladderOf, rungClock } from './task/supervision/reconcile.js';
export { rungAheadOf, waitsForLag } from './task/supervision/ladder-of.js';
export { standsStill, taskClock } from './task/task-effects.js';
export { upgraded } from './upgrade.js';
export { PERMISSIONS, permissionsIn, type Permission } from './authorisation/permission-table.js';
export { SIGN_OFF, signOffRole, type SignOffAct } from './authorisation/sign-off.js';
export { mayCreateTask, TASK_CREATORS } from './authorisation/task-creators.js';
export {
  DECIDERS_OF_HANDED_DOWN,
  HANDERS_DOWN,
  mayDecideHandedDown,
  mayHandDown,
} from './authorisation/hand-down.js';
export { maySendNow } from './authorisation/may-send-now.js';
export type {
  AmendedIndicator,
  Amendment,
  Finding,
  Gate,
  TaskEvent,
  TaskEventType,
} from './task/task.event.js';
export { FINDINGS } from './task/task.event.js';
export type { TaskVerification } from './task/task-verification.js';
export type {
  ObligationContext,
  ObligationInput,
  ObligationKind,
  ReportRequest,
} from './obligation/obligation.context.js';
export type { ItemKind, LineItem } from './duty/line-item.js';
export { lineLadder, TASK_REPORT } from './duty/line-ladder.js';
export { lineDueOf, lineRule, type LineRule, type RhythmOf } from './duty/line-rule.js';
export { acceptanceOf } from './duty/acceptance.js';
export { ASKERS, askingOffice, askingUnit } from './duty/askers.js';
export { keepsDuties } from './duty/keeps-duties.js';
export type { ObligationEvent, ObligationEventType } from './obligation/obligation.event.js';
export type {
  LineSitting,
  ReportingLineContext,
  ReportingLineInput,
} from './reporting-line/reporting-line.context.js';
export type { ReportingLineEvent, ReportingLineEventType } from './reporting-line/reporting-line.event.js';
export { clocksOf as sittingClocks } from './reporting-line/sitting-steps.js';
export { gateOf, opensGate } from './authorisation/gate.js';
export { MACHINE_VERSION } from './machines.js';
export { eventTypesOf } from './event-types.js';
export { begin, can, decide, replay, type SubjectInput } from './decide.js';
export type { Decision, IncomingEvent, Rules, Subject } from './decision.js';
export { keptSitting, type KeptSitting } from './with-facts.js';
export { allowedTaskActions } from './authorisation/task-actions.js';
export { actionFacts } from './authorisation/action-facts.js';
export { TASK_ACTION_EVENTS, type TaskActionName } from './authorisation/task-action-events.js';
export { bareTransition } from './bare-transition.js';
export { CaseBook, type Member } from './bulk/case-book.js';
export type { LeftOut } from './bulk/tracked-context.js';
export { UnmovedCases, type Unmoved } from './bulk/unmoved-cases.js';
export { decideMany } from './bulk/decide-many.js';
export type { EqualCase } from './bulk/equal-case.js';
export { outgoingType, wantsType } from './outgoing/outgoing-type.js';
