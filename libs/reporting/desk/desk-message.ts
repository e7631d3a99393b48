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
};

/** A short message to one desk about everything of one kind that came up at one time. Plain words, one line a matter. */
export function deskMessage(kind: DeskMessage, items: readonly DeskItem[]): NoticeText {
  const wording = WORDING[kind];
  const lines = items.flatMap((item) => (wording.of === 'units' ? [unitLine(item)] : taskLines(item)));
  return {
    title: wording.title(lines.length),
    body: [...lines.map((line, i) => `${i + 1}. ${line}`), wording.ask].join('\n'),
  };
}

const unitLine = ({ unit, label }: DeskItem): string => (label === undefined ? unit : `${unit}：${label}`);

const taskLines = ({ unit, tasks, reason, label }: DeskItem): string[] =>
  tasks.map(({ code, title }) => [`${code} ${title}（${unit}）`, label, reason].filter(Boolean).join('；'));
