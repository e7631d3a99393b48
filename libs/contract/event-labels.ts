/** What a line of the trail is called on the screen. */
export const EVENT_LABELS: Readonly<Record<string, string>> = {
  // of a task
  DRAFTED: '任务拟办',
  CONFIRMED: '校核确认',
  LEAD_ASSIGNED: '指定牵头单位',
  DISPATCHED: '任务下发',
  SIGNED: '任务签收',
  SIGNING_OVERDUE: '逾期未签收',
  DISPUTED: '提出职责争议',
  DISPUTE_OVERDUE: '职责争议逾期未裁定',
  DISPUTE_RESOLVED: '裁定职责争议',
  PROGRESS_REPORTED: '进展入账',
  DEADLINE_PASSED: '任务到期未办结',
  EXTENDED: '批准延期',
  CLOSURE_REQUESTED: '申请办结',
  GATE_PASSED: '办结审核通过',
  GATE_OVERDUE: '办结审核超时',
  CLOSURE_RETURNED: '退回办结申请',
  SUSPENDED: '任务暂缓',
  SUSPENSION_EXPIRED: '暂缓期满，恢复推进',
  RESUMED: '恢复推进',
  WITHDRAWN: '任务撤销',
  REOPENED: '回头看重启',
  // of what is owed
  SCHEDULED: '安排填报',
  WINDOW_OPENED: '开放填报',
  REPORT_FILED: '填报进展',
  REPORT_ACCEPTED: '审核通过',
  REPORT_RETURNED: '退回重报',
  REFILING_OVERDUE: '逾期未重报',
  NEXT_PERIOD_DUE: '记为漏报',
  EXCUSED: '免予填报',
  CALENDAR_CHANGED: '日历调整，时限重新推算',
  // of a unit's reporting line
  TASK_JOINED: '纳入填报',
  TASK_LEFT: '退出填报',
  SITTING_OPENED: '开放填报',
  REMINDER_DUE: '发出填报提醒',
  SITTING_DUE: '填报截止',
  SITTING_DUE_AGAIN: '填报截止（日历调整后）',
  SITTING_FILED: '提交填报',
  RUNG_DUE: '督办升级',
  ISSUE_OVERDUE: '文书逾期未签发',
  NOTICE_AGREED: '同意签发文书',
  NOTICE_ISSUED: '签发文书',
};

/** What an armed clock is waiting for; of a name with a colon, the longest part that is listed here. */
export const DEADLINE_LABELS: Readonly<Record<string, string>> = {
  sign: '签收时限',
  dispute: '争议裁定时限',
  gate: '办结审核时限',
  taskDeadline: '任务完成时限',
  suspension: '暂缓期满',
  silentAcceptance: '逾期未审视为通过',
  refile: '重报时限',
  sitting: '填报',
  dueAgain: '填报截止（日历调整后）',
  'sitting:opens': '开放填报',
  'sitting:due': '填报截止',
  'sitting:reminder': '填报提醒',
  rung: '督办升级',
  issue: '文书签发时限',
};

export function deadlineLabel(name: string): string {
  const parts = name.split(':');
  for (let length = parts.length; length > 0; length -= 1) {
    const label = DEADLINE_LABELS[parts.slice(0, length).join(':')];
    if (label !== undefined) return label;
  }
  return name;
}
