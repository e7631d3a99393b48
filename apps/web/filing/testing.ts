import type { ReportView, SittingItem } from '#contract';

/** A report for tests. */
export const aReport = (part: Partial<ReportView> = {}): ReportView => ({
  id: 'r',
  obligationId: 'o',
  period: '2024-04-下旬',
  periodLabel: '2024年4月下旬',
  unit: { id: 'u', name: '区农业农村局' },
  revision: 1,
  progress: 20,
  noChange: false,
  done: '完成方案',
  problems: '',
  helpWanted: '',
  nextSteps: '启动招标',
  readings: [],
  filedBy: null,
  signedBy: null,
  filedAt: '2024-04-30T08:00:00.000Z',
  state: 'accepted',
  stateLabel: '已审核通过',
  ...part,
});

/** One task of a sitting for tests. */
export const anItem = (obligationId: string, part: Partial<SittingItem> = {}): SittingItem => ({
  obligationId,
  state: 'open',
  stateLabel: '待填报',
  toFile: true,
  returnReason: null,
  task: {
    id: `task-${obligationId}`,
    code: 'A1-07',
    title: '加快发展生态农业',
    deadline: {
      currentOn: '2024-12-31',
      originalOn: '2024-12-31',
      inferred: true,
      extended: false,
      passed: false,
    },
    progress: 0,
    expected: 18,
  },
  indicators: [],
  lastReport: null,
  report: null,
  parts: [],
  files: [],
  noChange: { allowed: true, inARow: 0 },
  signOff: null,
  ...part,
});
