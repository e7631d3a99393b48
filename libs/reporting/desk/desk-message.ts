import type { NoticeText } from '../notices/notice.facts.js';

/** One matter in a message to a desk. */
export interface DeskItem {
  unit: string;
  tasks: { code: string; title: string }[];
  /** Why, where a person gave a reason. */
  reason?: string | undefined;
  /** The rung or the gate it is about: 黄牌督办, 督查核实. */
  label?: string | undefined;
}

export const DESK_MESSAGES = [
  'dispatched',
  'notSigned',
  'disputed',
  'disputeOverdue',
  'taskOverdue',
  'reportReturned',
  'refilingOverdue',
  'noticeToIssue',
  'noticeToAgree',
  'issueOverdue',
  'gateWaiting',
  'gateOverdue',
  'closureReturned',
  'reopened',
  'calendarChanged',
  'deadlineMoved',
  'behind',
  'untrue',
  'cardUnanswered',
  'cardAnswered',
  'handoverWaiting',
  'firstReportOverdue',
  'handoverOverdue',
  'leadChanged',
  'cadencesChanged',
  'blocked',
  'blockageContested',
  'blockageAccepted',
  'blockageRejected',
  'blockageOverdue',
  'awaited',
  'awaitedOverdue',
  'unblocked',
  'appealed',
  'appealUpheld',
  'appealRejected',
  'appealOverdue',
  'verificationOrdered',
  'verificationOverdue',
  'verifiedTrue',
  'verifiedPartlyTrue',
  'verifiedUntrue',
  'foundAfterwards',
  'figureCorrected',
  'correctionOverdue',
  'ladderLifted',
  'yearTurn',
  'succeeded',
  'vacancy',
  'dutyReminder',
  'dutyOverdue',
  'dutyReturned',
  'dutyRefilingOverdue',
  'reportRequested',
  'requestReminder',
  'requestOverdue',
  'requestMissed',
] as const;
export type DeskMessage = (typeof DESK_MESSAGES)[number];

interface Wording {
  title: (count: number) => string;
  ask: string;
  /** Whether the items are tasks, or units. */
  of: 'tasks' | 'units';
}

const WORDING: Record<DeskMessage, Wording> = {
  dispatched: {
    title: (n) => `${n}项任务已下发，待签收`,
    ask: '请在2个工作日内签收；对职责分工有异议的，请在同一时限内提出并说明理由。',
    of: 'tasks',
  },
  notSigned: {
    title: (n) => `${n}项任务逾期未签收`,
    ask: '签收时限已过。请立即签收，或说明理由提出职责争议。',
    of: 'tasks',
  },
  disputed: {
    title: (n) => `${n}项任务提出职责争议，待裁定`,
    ask: '请研究后改派或维持原分工；裁定前不要求填报。',
    of: 'tasks',
  },
  disputeOverdue: {
    title: (n) => `${n}项职责争议逾期未裁定`,
    ask: '裁定时限已过，请尽快裁定。',
    of: 'tasks',
  },
  taskOverdue: {
    title: (n) => `${n}项任务到期未办结`,
    ask: '任务完成时限已过。已完成的请申请办结；未完成的请在下一次填报中说明原因和打算。',
    of: 'tasks',
  },
  reportReturned: {
    title: (n) => `${n}项填报被退回，待重报`,
    ask: '请在1个工作日内按退回意见重新填报。',
    of: 'tasks',
  },
  refilingOverdue: {
    title: (n) => `${n}项退回的填报逾期未重报`,
    ask: '重报时限已过，请立即重新填报。',
    of: 'tasks',
  },
  noticeToIssue: { title: (n) => `${n}份督办文书待签发`, ask: '文书已拟好，请核对事实后签发。', of: 'units' },
  noticeToAgree: { title: (n) => `${n}份督办文书待审定`, ask: '文书须经您同意后印发，请审定。', of: 'units' },
  issueOverdue: { title: (n) => `${n}份督办文书逾期未签发`, ask: '签发时限已过，请尽快办理。', of: 'units' },
  gateWaiting: {
    title: (n) => `${n}项任务申请办结，待您审核`,
    ask: '请在时限内审核通过，或说明理由退回。',
    of: 'tasks',
  },
  gateOverdue: {
    title: (n) => `${n}项办结审核超过时限`,
    ask: '审核时限已过。超时的是审核环节，与牵头单位无关，请尽快办理。',
    of: 'tasks',
  },
  closureReturned: {
    title: (n) => `${n}项任务的办结申请被退回`,
    ask: '请按退回意见整改后再次申请。',
    of: 'tasks',
  },
  reopened: {
    title: (n) => `${n}项已销号任务经“回头看”重新启动`,
    ask: '自即日起恢复填报，此前不补报。',
    of: 'tasks',
  },
  calendarChanged: {
    title: (n) => `${n}个填报批次因日历调整改期`,
    ask: '请按新的截止时间填报；因调整而变动的时限不追究逾期。',
    of: 'units',
  },
  deadlineMoved: {
    title: (n) => `${n}项任务的时限因日历调整变动`,
    ask: '请按新的时限办理；因调整而变动的时限不追究逾期。',
    of: 'tasks',
  },
  behind: {
    title: (n) => `${n}项任务落后序时进度`,
    ask: '请对照时限研究加快措施，并在下一次填报中如实说明；因等待其他单位而落后的，请提出“等待其他单位”。',
    of: 'tasks',
  },
  untrue: {
    title: (n) => `${n}项任务经督查核实不实`,
    ask: '请立即整改，核实不实的后果按规则处理。',
    of: 'tasks',
  },
  cardUnanswered: {
    title: (n) => `${n}份督办文书逾期未复`,
    ask: '办理期限已过，请立即书面回复原因和整改措施。',
    of: 'tasks',
  },
  cardAnswered: {
    title: (n) => `${n}份督办文书已书面回复`,
    ask: '请审阅回复内容。',
    of: 'tasks',
  },
  handoverWaiting: {
    title: (n) => `${n}项任务变更牵头单位，待签字交接`,
    ask: '请移交、接手双方在时限内签字；签字前原牵头单位继续负责。',
    of: 'tasks',
  },
  firstReportOverdue: {
    title: (n) => `${n}项任务逾期未反馈办理情况`,
    ask: '首次反馈时限已过，请立即反馈办理情况。',
    of: 'tasks',
  },
  handoverOverdue: {
    title: (n) => `${n}项任务逾期未交接`,
    ask: '交接时限已过，请立即签字交接。',
    of: 'tasks',
  },
  leadChanged: {
    title: (n) => `${n}项任务已完成牵头单位变更`,
    ask: '自即日起由新牵头单位负责，此前的事项不追溯。',
    of: 'tasks',
  },
  cadencesChanged: {
    title: (n) => `${n}项任务调整了填报频次`,
    ask: '请从下一个填报期起按新的频次填报，此前的不需补报。',
    of: 'tasks',
  },
  blocked: {
    title: (n) => `${n}项任务称正在等待你单位`,
    ask: '请在时限内确认；不属实的，请说明理由提出异议。',
    of: 'tasks',
  },
  blockageContested: {
    title: (n) => `${n}项“等待其他单位”有异议，待裁定`,
    ask: '请核实后裁定由哪一方负责。',
    of: 'tasks',
  },
  blockageAccepted: {
    title: (n) => `${n}项“等待其他单位”已确认`,
    ask: '等待期间，牵头单位的时限停计。',
    of: 'tasks',
  },
  blockageRejected: {
    title: (n) => `${n}项“等待其他单位”未获认可`,
    ask: '时限照常计算，请继续推进。',
    of: 'tasks',
  },
  blockageOverdue: {
    title: (n) => `${n}项“等待其他单位”逾期未答复或裁定`,
    ask: '答复（裁定）时限已过，请尽快办理。',
    of: 'tasks',
  },
  awaited: {
    title: (n) => `${n}项任务待你单位配合办理`,
    ask: '自确认之日起时限由你单位承担，请在时限内办理。',
    of: 'tasks',
  },
  awaitedOverdue: {
    title: (n) => `${n}项配合事项逾期未办`,
    ask: '配合办理的时限已过，请立即办理；超时算在你单位。',
    of: 'tasks',
  },
  unblocked: {
    title: (n) => `${n}项任务的等待事项已办结`,
    ask: '时限恢复计算，并按等待的工作日顺延。',
    of: 'tasks',
  },
  appealed: {
    title: (n) => `${n}份督办文书被申诉，待答复`,
    ask: '请在时限内核实答复；答复前阶梯暂停。',
    of: 'tasks',
  },
  appealUpheld: {
    title: (n) => `${n}项申诉成立`,
    ask: '所涉督办文书已撤销，视同未发。',
    of: 'tasks',
  },
  appealRejected: {
    title: (n) => `${n}项申诉不成立`,
    ask: '原督办文书继续有效。',
    of: 'tasks',
  },
  appealOverdue: {
    title: (n) => `${n}项申诉逾期未答复`,
    ask: '答复时限已过，请尽快答复。',
    of: 'tasks',
  },
  yearTurn: {
    title: (n) => `${n}项年度任务到期，待处置`,
    ask: '长期坚持的任务到年底不算逾期。请逐项研究：随年度办结、结转下年（重定时限）或撤销。',
    of: 'tasks',
  },
  verificationOrdered: {
    title: (n) => `${n}项任务列入督查核实`,
    ask: '请在规定时限内到现场核实，并在“督查核实”中登记结论和依据。核实前不通知被核实单位。',
    of: 'tasks',
  },
  verificationOverdue: {
    title: (n) => `${n}项督查核实超过时限`,
    ask: '核实时限已过，请尽快核实并登记结论。',
    of: 'tasks',
  },
  verifiedTrue: {
    title: (n) => `${n}项任务经督查核实属实`,
    ask: '核实结论已入账，无需办理。',
    of: 'tasks',
  },
  verifiedPartlyTrue: {
    title: (n) => `${n}项任务经督查核实部分属实，请更正进度`,
    ask: '请在规定时限内按核实情况更正进度并作说明；如实更正的，不因此扣分。',
    of: 'tasks',
  },
  verifiedUntrue: {
    title: (n) => `${n}项任务经督查核实不实，请更正进度并整改`,
    ask: '请在规定时限内更正进度并说明原因；核实不实的后果按规则处理，对所发文书可以申诉。',
    of: 'tasks',
  },
  foundAfterwards: {
    title: (n) => `${n}项已办结（撤销）的任务经核实不属实`,
    ask: '任务已不在推进中，请研究是否“回头看”重启。',
    of: 'tasks',
  },
  figureCorrected: {
    title: (n) => `${n}项任务已按核实结论更正进度`,
    ask: '请查看更正情况；需要复核的，可再次安排核实。',
    of: 'tasks',
  },
  correctionOverdue: {
    title: (n) => `${n}项任务逾期未更正经核实不准确的进度`,
    ask: '更正时限已过，请立即更正并作说明。',
    of: 'tasks',
  },
  ladderLifted: {
    title: (n) => `${n}项督办已解除`,
    ask: '该情形不再升级；已发文书留存。',
    of: 'tasks',
  },
  succeeded: {
    title: (n) => `${n}项任务因单位更名、合并或拆分转由你单位承担`,
    ask: '自即日起由你单位负责；原单位已受的督办留在原单位名下。',
    of: 'tasks',
  },
  vacancy: {
    title: (n) => `${n}个岗位空缺，待明确人选`,
    ask: '应送该岗位的事项已改送代为接收的岗位，请尽快明确人选并登记。',
    of: 'units',
  },
  dutyReminder: {
    title: (n) => `办理提醒：${n}项台账、会议、通报等即将到期`,
    ask: '请在截止时间前办理并登记。',
    of: 'tasks',
  },
  dutyOverdue: {
    title: (n) => `${n}项台账、会议、通报等逾期未办`,
    ask: '截止时间已过，请尽快办理并登记；超时的是督办、调度环节，与牵头单位无关。',
    of: 'tasks',
  },
  dutyReturned: {
    title: (n) => `${n}项台账、材料等被退回，待重报`,
    ask: '请按退回意见修改后重新提交。',
    of: 'tasks',
  },
  dutyRefilingOverdue: {
    title: (n) => `${n}项退回的台账、材料等逾期未重报`,
    ask: '重报时限已过，请立即重新提交。',
    of: 'tasks',
  },
  reportRequested: {
    title: (n) => `${n}项任务临时要求报送情况`,
    ask: '请在所列时限前报送；只报所要的内容，不另作材料。',
    of: 'tasks',
  },
  requestReminder: {
    title: (n) => `报送提醒：${n}项临时要求的情况即将到期`,
    ask: '请在所列时限前报送。',
    of: 'tasks',
  },
  requestOverdue: {
    title: (n) => `催报：${n}项临时要求的情况逾期未报`,
    ask: '时限已过，请立即报送；逾期不报的，记为缺报。',
    of: 'tasks',
  },
  requestMissed: {
    title: (n) => `${n}项临时要求的情况记为缺报`,
    ask: '逾期未报，已记为缺报。',
    of: 'tasks',
  },
};

/** A short message to one desk about everything of one kind that came up at one time. Plain words, one line a matter. */
export function deskMessage(kind: DeskMessage, items: readonly DeskItem[]): NoticeText {
  const wording = WORDING[kind];
  const lines = items.flatMap((item) => (isOfUnit(wording, item) ? [unitLine(item)] : taskLines(item)));
  return {
    title: wording.title(lines.length),
    body: [...lines.map((line, i) => `${i + 1}. ${line}`), wording.ask].join('\n'),
  };
}

/** A matter of a unit's reports, such as an appeal against the card for its silence, is of no single task. */
const isOfUnit = ({ of }: Wording, { tasks }: DeskItem): boolean => of === 'units' || tasks.length === 0;

const unitLine = ({ unit, label, reason }: DeskItem): string =>
  [label === undefined ? unit : `${unit}：${label}`, reason].filter(Boolean).join('；');

const taskLines = ({ unit, tasks, reason, label }: DeskItem): string[] =>
  tasks.map(({ code, title }) => [`${code} ${title}（${unit}）`, label, reason].filter(Boolean).join('；'));
