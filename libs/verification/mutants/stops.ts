import type { Fault } from './fault.js';

const RECONCILE = 'libs/accountability/task/supervision/reconcile.ts';
const MATTERS = 'libs/accountability/task/supervision/matters.ts';
const BLOCKAGE = 'libs/accountability/task/blockage-steps.ts';
const CLOSURE = 'libs/accountability/task/closure-steps.ts';
const LADDER = 'libs/accountability/reporting-line/ladder-steps.ts';
const OBLIGATION = 'libs/accountability/obligation/obligation-steps.ts';

/** What should have stopped, and goes on. */
export const stops: readonly Fault[] = [
  {
    name: 'cured-and-yet-climbing',
    file: RECONCILE,
    text: 'const over = context.climbs.filter(({ key }) => causes[key] === undefined || causes[key].lifted);',
    replacement: 'const over = context.climbs.filter(({ key }) => causes[key]?.lifted === true);',
    breaks: 'A cure does not end the climb of a task.',
  },
  {
    name: 'clock-of-an-ended-climb',
    file: RECONCILE,
    text: '...disarm(rungClock(climb), issueClock(climb)',
    replacement: '...disarm(issueClock(climb)',
    breaks: 'A climb is over, and the clock of its next rung runs on.',
  },
  {
    name: 'lifted-and-yet-begun-anew',
    file: RECONCILE,
    text: '(cause) => !cause.lifted && !context.climbs.some(',
    replacement: '(cause) => !context.climbs.some(',
    breaks: 'A ladder that was lifted is climbed again from its foot.',
  },
  {
    name: 'climbs-while-suspended',
    file: MATTERS,
    text: 'if (context.suspension) return `任务暂缓：${context.suspension.reason}`;',
    replacement: '',
    breaks: 'The lead of a suspended task is escalated.',
  },
  {
    name: 'blame-on-who-waits',
    file: MATTERS,
    text: "context.blockage?.state === 'accepted' && climb.unitId !== context.blockage.byUnitId",
    replacement: "context.blockage?.state === 'accepted' && climb.unitId === context.blockage.byUnitId",
    breaks: 'While another unit is waited for, the lead climbs and the other does not.',
  },
  {
    name: 'climbs-at-the-gate',
    file: MATTERS,
    text: "if (context.closure) return '办结审核中';",
    replacement: '',
    breaks: 'The lead climbs while its closure lies at a gate.',
  },
  {
    name: 'held-and-yet-climbing',
    file: MATTERS,
    text: 'if (climb.hold) return `督办暂缓：${climb.hold.reason}`;',
    replacement: '',
    breaks: 'A ladder that is held is climbed.',
  },
  {
    name: 'climbs-while-appealed',
    file: MATTERS,
    text: "card.generation === climb.generation && card.appeal === 'open'",
    replacement: "card.generation === climb.generation && card.appeal === 'upheld'",
    breaks: 'The next card comes while an appeal against the last one is open.',
  },
  {
    name: 'signed-and-yet-unsigned',
    file: MATTERS,
    text: "!context.signedBy.includes(cause.unitId ?? '')",
    replacement: 'context.signingOverdueOf.length >= 0',
    breaks: 'A late signature does not end the ladder of the unsigned.',
  },
  {
    name: 'extended-and-yet-overdue',
    file: MATTERS,
    text: 'leads(context, cause) && context.deadlinePassed',
    replacement: 'leads(context, cause)',
    breaks: 'A new date does not end the ladder of the passed deadline.',
  },
  {
    name: 'own-clock-runs-while-waiting',
    file: BLOCKAGE,
    text: "...disarm('blockage', 'taskDeadline'),",
    replacement: "...disarm('blockage'),",
    breaks: 'The deadline of the lead runs on while another unit is waited for.',
  },
  {
    name: 'own-clock-runs-at-the-gate',
    file: CLOSURE,
    text: "...disarm('taskDeadline', 'blockage', 'awaited'),",
    replacement: "...disarm('blockage', 'awaited'),",
    breaks: 'The deadline of the lead runs on while its closure lies at a gate.',
  },
  {
    name: 'deadline-at-the-gate-is-the-leads',
    file: 'libs/accountability/task/task.machine.ts',
    text: 'DEADLINE_PASSED: { actions: step(deadline.deadlinePassesAtGate) },',
    replacement: 'DEADLINE_PASSED: late,',
    breaks: 'A deadline that passes at a gate blames the lead.',
  },
  {
    name: 'own-clock-runs-while-suspended',
    file: 'libs/accountability/task/suspension-steps.ts',
    text: "      ...disarm('taskDeadline'),\n",
    replacement: '',
    breaks: 'The deadline of a suspended task runs on.',
  },
  {
    name: 'closed-and-yet-running',
    file: CLOSURE,
    text: "      'gate',\n      'taskDeadline',\n      'suspension',",
    replacement: "      'gate',\n      'suspension',",
    breaks: 'A task that is withdrawn keeps the clock of its deadline.',
  },
  {
    name: 'closed-and-yet-reporting',
    file: CLOSURE,
    text: '...leaveLines(context, context.signedBy, reason),',
    replacement: '',
    breaks: 'Reports are owed on a task that is over.',
  },
  {
    name: 'line-cured-and-yet-climbing',
    file: LADDER,
    text: 'context: { climb: null },',
    replacement: 'context: {},',
    breaks: 'A report that was filed late leaves the unit on its ladder.',
  },
  {
    name: 'clock-of-a-cured-line',
    file: LADDER,
    text: "      { type: 'disarmDeadline', name: RUNG_CLOCK },\n",
    replacement: '',
    breaks: 'The clock of the next rung runs on after the report was filed.',
  },
  {
    name: 'returned-and-silently-accepted',
    file: OBLIGATION,
    text: "context: { returns: context.returns + 1 },\n    effects: [\n      { type: 'disarmDeadline', name: 'silentAcceptance' },",
    replacement: 'context: { returns: context.returns + 1 },\n    effects: [',
    breaks: 'The clock of silent acceptance runs on for a report that was returned.',
  },
  {
    name: 'refiled-and-yet-late',
    file: OBLIGATION,
    text: "const refiled = (): Effect[] => [\n  { type: 'disarmDeadline', name: 'refile' },\n  { type: 'settleAlert', name: 'refile' },\n];",
    replacement: "const refiled = (): Effect[] => [\n  { type: 'settleAlert', name: 'refile' },\n];",
    breaks: 'A report that was filed again keeps the clock of its return.',
  },
];
