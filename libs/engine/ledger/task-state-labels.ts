/** What a task's state is called in a ledger. */
const LABELS: Readonly<Record<string, string>> = {
  drafted: '拟办',
  confirmed: '已校核',
  dispatched: '已下发',
  disputed: '职责争议',
  inProgress: '推进中',
  'closing.taskForceReview': '申请办结（专班审核）',
  'closing.verification': '申请办结（督查核实）',
  'closing.approval': '申请办结（审定销号）',
  suspended: '暂缓',
  closed: '已销号',
  withdrawn: '已撤销',
};

export const taskStateLabel = (state: string): string => LABELS[state] ?? state;
