/** What ledgers and notices say and how they look: facts in, tables and Chinese text out. Pure. */
export { tenDayLedger } from './ledger/ten-day-ledger.js';
export type {
  FilingOutcome,
  LedgerAction,
  LedgerFiling,
  LedgerScheduleCode,
  LedgerTask,
  TenDayLedgerFacts,
} from './ledger/ten-day-ledger.facts.js';
export type {
  EarlierNotice,
  NoticeParts,
  NoticeText,
  OfficialNoticeFacts,
  OwedPeriod,
  OwedTask,
  PlanFacts,
} from './notices/notice.facts.js';
export { reminderMessage, type DueMessageFacts } from './notices/reminder-message.js';
export { chaseMessage, type ChaseMessageFacts } from './notices/chase-message.js';
export { reminderLetter, type ReminderLetterFacts } from './notices/reminder-letter.js';
export { supervisionNoticeText, type SupervisionNoticeFacts } from './notices/supervision-notice-text.js';
export { circularText, type CircularFacts } from './notices/circular-text.js';
export { interviewText, type InterviewFacts } from './notices/interview-text.js';
export { outageMessage, type OutageFacts } from './notices/outage-message.js';
export {
  handDownMessage,
  handedDownMessage,
  type HandDownFacts,
  type HandedDownFacts,
} from './notices/cascade-message.js';
export {
  ladderPausedMessage,
  ladderResumedMessage,
  type LadderPauseFacts,
} from './notices/ladder-pause-message.js';
export { matterNotice, type MatterNoticeFacts, type MatterNoticeKind } from './notices/matter-notice.js';
export { vacancyMessage, type VacancyFacts } from './notices/vacancy-message.js';
export { DESK_MESSAGES, deskMessage, type DeskItem, type DeskMessage } from './desk/desk-message.js';
export { amendmentMessage, type AmendedTaskFacts, type AmendmentFacts } from './desk/amendment-message.js';
export { drawCommittedMessage, drawFrozenMessage } from './desk/draw-message.js';
export { dueDatesCalendar, type DueDateFacts } from './feed/due-dates.calendar.js';
export {
  heldByHead,
  signOffReturnedMessage,
  signOffWaitingMessage,
  type SignOffFacts,
} from './desk/sign-off-message.js';
