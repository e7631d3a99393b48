/** The words for identifiers of the domain, as users read them. */

export const TASK_STATE_LABELS = {
  drafted: '拟办',
  confirmed: '已校核',
  dispatched: '已下发',
  disputed: '职责争议',
  inProgress: '推进中',
  closing: '申请办结',
  suspended: '暂缓',
  closed: '已销号',
  withdrawn: '已撤销',
} as const;
export type TaskState = keyof typeof TASK_STATE_LABELS;
export const TASK_STATES = Object.keys(TASK_STATE_LABELS) as [TaskState, ...TaskState[]];

export const GATE_LABELS = {
  taskForceReview: '专班审核',
  verification: '督查核实',
  approval: '审定销号',
} as const;
export type Gate = keyof typeof GATE_LABELS;

export const OBLIGATION_STATE_LABELS = {
  scheduled: '未到填报期',
  open: '待填报',
  submitted: '已填报，待审核',
  returned: '已退回，待重报',
  accepted: '已审核通过',
  missed: '漏报',
  excused: '免报',
} as const;
export type ObligationState = keyof typeof OBLIGATION_STATE_LABELS;

export const SITTING_STATUS_LABELS = {
  upcoming: '未开放',
  open: '待填报',
  overdue: '已逾期',
  filed: '已填报',
  missed: '漏报',
  excused: '免报',
} as const;
export type SittingStatus = keyof typeof SITTING_STATUS_LABELS;
export const SITTING_STATUSES = Object.keys(SITTING_STATUS_LABELS) as [SittingStatus, ...SittingStatus[]];

export const SCHEDULE_LABELS = {
  onTrack: '符合序时',
  behind: '滞后',
  seriouslyBehind: '严重滞后',
} as const;
export type Schedule = keyof typeof SCHEDULE_LABELS;
export const SCHEDULES = Object.keys(SCHEDULE_LABELS) as [Schedule, ...Schedule[]];

export const ROLE_LABELS = {
  commander: '指挥长',
  deputyCommander: '副指挥长',
  headquartersOffice: '指挥部办公室',
  taskForceConvener: '专班召集人',
  taskForceOffice: '专班办公室',
  leadUnitHead: '牵头单位负责人',
  liaison: '联络员',
  supportUnitLiaison: '责任单位联络员',
  supervisor: '督查室',
  assessor: '绩效办',
  auditor: '审计',
  administrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditAdministrator: '审计管理员',
} as const;
export type RoleName = keyof typeof ROLE_LABELS;
export const ROLES = Object.keys(ROLE_LABELS) as [RoleName, ...RoleName[]];

export const SCOPE_KINDS = ['jurisdiction', 'plan', 'action', 'unit'] as const;

export const RESPONSIBILITY_LABELS = { lead: '牵头', support: '责任（配合）' } as const;

export const NOTICE_KIND_LABELS = {
  reminderLetter: '提醒函',
  supervisionNotice: '督办单',
  circular: '通报',
  interviewNotice: '约谈通知',
} as const;
export type NoticeKind = keyof typeof NOTICE_KIND_LABELS;
export const NOTICE_KINDS = Object.keys(NOTICE_KIND_LABELS) as [NoticeKind, ...NoticeKind[]];

export const NOTICE_STATE_LABELS = { drafted: '待签发', issued: '已签发', cancelled: '已撤销' } as const;
export type NoticeState = keyof typeof NOTICE_STATE_LABELS;
export const NOTICE_STATES = Object.keys(NOTICE_STATE_LABELS) as [NoticeState, ...NoticeState[]];
/** What keeps a draft where it is: the agreement that its rung asks for, or only its issue. */
export const NOTICE_AWAITS = ['agreement', 'issue'] as const;

export const CADENCE_KIND_LABELS = {
  dispatch: '调度',
  bulletin: '通报',
  review: '讲评',
  assessment: '考核',
  report: '报送',
  check: '检查',
  drill: '演练',
  other: '其他',
} as const;

export const CADENCE_EVERY_LABELS = {
  day: '每日',
  week: '每周',
  'ten-day': '每旬',
  'half-month': '每半月',
  month: '每月',
  'two-month': '每两个月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
} as const;

/** `每旬调度`; of what no kind was found in the plan's words `每月（其他工作）`. */
export const cadenceWords = ({ kind, every }: { kind: string; every: string }): string =>
  labelOf(CADENCE_EVERY_LABELS, every) +
  (kind === 'other' ? '（其他工作）' : labelOf(CADENCE_KIND_LABELS, kind));

/** The more often the earlier; what is as often stays in its order. */
export const byFrequency = <T extends { every: string }>(cadences: readonly T[]): T[] => {
  const places = Object.keys(CADENCE_EVERY_LABELS);
  return [...cadences].sort((a, b) => places.indexOf(a.every) - places.indexOf(b.every));
};

export const COMPARATOR_LABELS = {
  '>=': '不低于',
  '<=': '不高于',
  '=': '达到',
  '~': '约',
  '+': '增长',
  '>': '高于',
  '<': '低于',
  range: '区间',
} as const;

/** The label of `code` in a catalogue; a code that the catalogue lacks is shown as it is, never hidden. */
export function labelOf(catalogue: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(catalogue, code) ? (catalogue[code] ?? code) : code;
}
