/**
 * What messages are about, in the few classes that a person can choose by. A class is coarse on purpose: nobody ticks
 * sixty boxes, and a kind of message that comes with a later version falls into a class that was chosen before.
 */
export const MESSAGE_CLASS_LABELS = {
  notices: '督办文书',
  escalations: '超期升级',
  decisions: '待办审批',
  reminders: '填报提醒和催报',
  tasks: '任务办理',
  verification: '督查核实与抽查',
  changes: '时限和分工变动',
  system: '系统运行',
} as const;
export type MessageClass = keyof typeof MESSAGE_CLASS_LABELS;
export const MESSAGE_CLASSES = Object.keys(MESSAGE_CLASS_LABELS) as [MessageClass, ...MessageClass[]];

const KINDS: Record<MessageClass, readonly string[]> = {
  notices: ['reminderLetter', 'supervisionNotice', 'circular', 'interviewNotice'],
  escalations: [
    'notSigned',
    'disputeOverdue',
    'taskOverdue',
    'refilingOverdue',
    'issueOverdue',
    'gateOverdue',
    'behind',
    'untrue',
    'cardUnanswered',
    'firstReportOverdue',
    'handoverOverdue',
    'blockageOverdue',
    'awaitedOverdue',
    'appealOverdue',
    'verificationOverdue',
    'correctionOverdue',
    'dutyOverdue',
    'dutyRefilingOverdue',
    'requestOverdue',
    'requestMissed',
    'unreached',
  ],
  decisions: [
    'disputed',
    'noticeToIssue',
    'noticeToAgree',
    'gateWaiting',
    'cardAnswered',
    'blockageContested',
    'appealed',
    'yearTurn',
    'handedDown',
    'signOffWaiting',
  ],
  reminders: ['reminder', 'chase', 'dutyReminder', 'requestReminder', 'reportRequested'],
  tasks: [
    'dispatched',
    'reportReturned',
    'signOffReturned',
    'closureReturned',
    'reopened',
    'handoverWaiting',
    'blocked',
    'blockageAccepted',
    'blockageRejected',
    'awaited',
    'unblocked',
    'appealUpheld',
    'appealRejected',
    'ladderLifted',
    'dutyReturned',
    'handDownAnswered',
  ],
  verification: [
    'verificationOrdered',
    'verifiedTrue',
    'verifiedPartlyTrue',
    'verifiedUntrue',
    'foundAfterwards',
    'figureCorrected',
    'draw',
  ],
  changes: ['calendarChanged', 'deadlineMoved', 'leadChanged', 'cadencesChanged', 'succeeded', 'planAmended'],
  system: ['vacancy', 'outage', 'incident', 'ladderPause', 'delegation', 'access'],
};

/** The class of every kind of message, by its name up to a colon. */
export const CLASS_OF_KIND: Readonly<Record<string, MessageClass>> = Object.fromEntries(
  MESSAGE_CLASSES.flatMap((one) => KINDS[one].map((kind) => [kind, one])),
);

/**
 * What a message is about. One that carries a notice is a notice, whatever it is called; a kind that nobody has put in
 * a class counts as an escalation: it is better told once too often than not at all.
 */
export const classOfMessage = (kind: string, noticeId: string | null): MessageClass =>
  noticeId === null ? (CLASS_OF_KIND[kind.split(':')[0] ?? kind] ?? 'escalations') : 'notices';
