/**
 * The use cases: lock, decide, save; fire what is due; hand out what is in the outbox. No framework, no transport:
 * an engine is a database and a clock.
 */
export { createEngine, type Engine, type EngineOptions } from './create-engine.js';
export type { Outcome, Rejection, Actor } from '#accountability';
export type {
  Acted,
  ActCommand,
  ActOnManyCommand,
  FiledReport,
  FiledSitting,
  FileSittingCommand,
  IssueNoticeCommand,
  NoticeCommand,
} from './command.js';
export type { IssuedNotice } from './notices.js';
export {
  actOnNotice,
  allowedNoticeActs,
  NOTICE_ACTS,
  type ActOnNoticeCommand,
  type NoticeAct,
} from './act-on-notice.js';
export { Today, todayIn, type ShownStanding } from './today.js';
export { CaseShelf } from './bulk/case-shelf.js';
export { fireInChunks } from './bulk/fire-in-chunks.js';
export { PACE, type Pace } from './bulk/pace.js';
export { FAULT_POINTS, type Fault, type FaultPoint } from './fault-points.js';
export { announceCalendar, type AnnounceCalendarCommand } from './calendar/announce-calendar.js';
export { foreseeCalendar, type ForeseeCalendarCommand } from './calendar/foresee-calendar.js';
export type { CalendarWanted } from './calendar/next-calendar.js';
export type { Fate, ForeseenCalendar, ForeseenClock, ForeseenSitting } from './calendar/foreseen.js';
export {
  adoptPolicy,
  migrateToPolicy,
  type AdoptedPolicy,
  type AdoptPolicyCommand,
  type MigrateToPolicyCommand,
} from './policy/adopt-policy.js';
export { reprojectDeadlines } from './calendar/reproject-deadlines.js';
export type { Swept } from './sweep.js';
export { matterName } from './matter-text.js';
export { IN_CHINESE, type Language, type Spoken } from './spoken-language.js';
export type { Explanation } from './explain/explain-task.js';
export { explainObligation, type ExplainObligationCommand } from './explain/explain-obligation.js';
export { explainNotice, type ExplainNoticeCommand } from './explain/explain-notice.js';
export {
  loadSeeds,
  REHEARSAL,
  readSeeds,
  SeedError,
  type DemoUser,
  type LoadedSeeds,
  type LoadSeedsOptions,
} from './load/load-seeds.js';
export { importPlan, type ImportedPlan } from './load/import-plan.js';
export * from './review/index.js';
export * from './amendment/index.js';
export * from './audit/index.js';
export * from './feed/index.js';
export * from './ladder-pause/index.js';
export * from './letters/index.js';
export * from './outgoing/index.js';
export * from './retention/index.js';
export * from './scoring/index.js';
export * from './sign-off/index.js';
export * from './evidence/index.js';
export * from './cascade/index.js';
export * from './trail/index.js';
export * from './burden/index.js';
export * from './verification/index.js';
export { attachPlanSource, isOfficeOf } from './load/attach-source.js';
export { ledgerOf, type Filler } from './ledger/ledger-of.js';
export type { LedgerSeal } from './ledger/ledger-seal.js';
export {
  checkWorkbook,
  fileWorkbook,
  markedWorkbook,
  type LedgerSitting,
  type TakenWorkbook,
  type TakeWorkbook,
  type WorkbookRefused,
} from './ledger/take-workbook.js';
export { tenDayLedgerOf, type WantedLedger, type WrittenLedger } from './ledger/ten-day-ledger-of.js';
export { createTask, type CreatedTask, type CreateTaskCommand } from './tasks/create-task.js';
export {
  mergeTasks,
  splitTask,
  type MergeTasksCommand,
  type SplitTaskCommand,
  type SuccessorTask,
} from './tasks/supersede-tasks.js';
export {
  succeedInTasks,
  type SucceededInTasks,
  type SucceedInTasksCommand,
} from './tasks/succeed-in-tasks.js';
export { fulfilDuty, type FulfilDutyCommand, type FulfilledDuty } from './duties/fulfil-duty.js';
export {
  askForPart,
  withdrawPart,
  type AskedPart,
  type AskForPartCommand,
  type WithdrawPartCommand,
} from './duties/ask-for-part.js';
export { requestReport, type RequestedReport, type RequestReportCommand } from './duties/request-report.js';
export { taskFromDecision, type TaskFromDecisionCommand } from './duties/task-from-decision.js';
export { allowedDutyActions, type DutyActionName } from './duties/duty-actions.js';
export {
  DUTY_RECORDS,
  type DutyRecord,
  type DutyRecordKind,
  type MeetingRecord,
  type PartRecord,
  type ProductRecord,
} from './duties/duty-record.schema.js';
export { appoint, relieve, type Appointment } from './appoint.js';
export { endAssignment } from './end-assignment.js';
export { leaveOffice, type LeftPost } from './leave-office.js';
export { directoryOf, readDirectory, type RecordedDirectory } from './units/directory-of.js';
export { learnAlias, takeBackAlias, type LearnAlias, type TakeBackAlias } from './units/learn-alias.js';
export { registerUnit, type RegisteredUnit, type RegisterUnit } from './units/register-unit.js';
export { membersTag, setGroupMembers, type SetGroupMembers } from './units/set-group-members.js';
export {
  succeedUnit,
  takeBackSuccessionOf,
  type SucceedUnit,
  type UnitSucceeded,
} from './units/succeed-unit.js';
export { foundDistrict, type FoundDistrict } from './units/found-district.js';
export {
  unitsOf,
  bodiesOf,
  type ResolvedName,
  type UnitsOfOptions,
  type UnresolvedName,
} from './load/plan-units.js';
export { admitPeople, type NewPerson } from './units/admit-people.js';
export { tasksToHandOver, type TaskToHandOver } from './tasks/tasks-to-hand-over.js';
export { roleOfPost } from './units/role-of-post.js';
export { parsePeopleSeed, type PeopleSeed } from './load/people-seed.js';
export * from './products/life/index.js';
export * from './publication/index.js';
export * from './products/notices/index.js';
export { readWallCharts, wallChartsOf, type WallSheets } from './products/wall-charts.js';
