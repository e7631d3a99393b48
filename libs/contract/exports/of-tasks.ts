import type { PeopleContacts } from '../contact.js';
import type { PlanSummary, UnitList } from '../plan.js';
import type { PlanReviewSummary } from '../plan-review/plan-review.js';
import type { TaskSummary } from '../task.js';
import type { TimelineEvent } from '../timeline.js';
import { instant, type ExportColumn } from './export-table.js';

export const TASK_COLUMNS: readonly ExportColumn<TaskSummary>[] = [
  { heading: '编号', field: 'code', of: (task) => task.code },
  { heading: '任务', field: 'title', of: (task) => task.title },
  { heading: '行动', field: 'action', of: (task) => task.action.name },
  { heading: '章节', field: 'section', of: (task) => task.section },
  { heading: '牵头单位', field: 'leads', of: (task) => task.leads.map(({ name }) => name).join('、') },
  { heading: '责任单位数', field: 'supportCount', of: (task) => task.supportCount },
  { heading: '状态', field: 'stateLabel', of: (task) => task.stateLabel },
  { heading: '完成进度（%）', field: 'progress', of: (task) => task.progress },
  { heading: '今日应达（%）', field: 'expected', of: (task) => task.expected },
  { heading: '相差（百分点）', field: 'lag', of: (task) => task.lag },
  { heading: '进度情况', field: 'scheduleLabel', of: (task) => task.scheduleLabel },
  { heading: '最近填报期', field: 'lastReport', of: (task) => task.lastReport?.periodLabel ?? null },
  { heading: '距今天数', field: 'lastReport', of: (task) => task.lastReport?.daysAgo ?? null },
  { heading: '上次报告时进度情况', field: 'recorded', of: (task) => task.recorded.scheduleLabel },
  { heading: '督办', field: 'standing', of: (task) => task.standing?.label ?? null },
  { heading: '办结期限', field: 'deadline', of: (task) => task.deadline.currentOn },
  { heading: '原定期限', field: 'deadline', of: (task) => task.deadline.originalOn },
  { heading: '期限为推定', field: 'deadline', of: (task) => task.deadline.inferred },
  { heading: '下一事项', field: 'nextDue', of: (task) => task.nextDue?.label ?? null },
  instant('下一事项时间', 'nextDue', (task) => task.nextDue?.at ?? null),
];

export const TIMELINE_COLUMNS: readonly ExportColumn<TimelineEvent>[] = [
  instant('时间', 'at', (event) => event.at),
  { heading: '事项', field: 'label', of: (event) => event.label },
  { heading: '说明', field: 'summary', of: (event) => event.summary },
  { heading: '办理人', field: 'actor', of: (event) => event.actor?.name ?? null },
  { heading: '单位', field: 'unit', of: (event) => event.unit?.name ?? null },
  { heading: '报告期', field: 'period', of: (event) => event.period },
  { heading: '序号', field: 'seq', of: (event) => event.seq },
  { heading: '校验值', field: 'hash', of: (event) => event.hash },
];

export const PLAN_COLUMNS: readonly ExportColumn<PlanSummary>[] = [
  { heading: '方案', field: 'title', of: (plan) => plan.title },
  { heading: '文号', field: 'documentNumber', of: (plan) => plan.documentNumber },
  { heading: '印发单位', field: 'issuedBy', of: (plan) => plan.issuedBy },
  { heading: '印发日期', field: 'issuedOn', of: (plan) => plan.issuedOn },
  { heading: '年度', field: 'year', of: (plan) => plan.year },
  { heading: '任务数', field: 'taskCount', of: (plan) => plan.taskCount },
];

export const UNIT_COLUMNS: readonly ExportColumn<UnitList['items'][number]>[] = [
  { heading: '代码', field: 'code', of: (unit) => unit.code },
  { heading: '单位', field: 'name', of: (unit) => unit.name },
  { heading: '类别', field: 'kind', of: (unit) => unit.kind },
  { heading: '统称', field: 'isGroup', of: (unit) => unit.isGroup },
];

export const PLAN_REVIEW_COLUMNS: readonly ExportColumn<PlanReviewSummary>[] = [
  { heading: '方案', field: 'title', of: (review) => review.title },
  { heading: '文件', field: 'fileName', of: (review) => review.fileName },
  { heading: '状态', field: 'stateLabel', of: (review) => review.stateLabel },
  { heading: '修订', field: 'amends', of: (review) => review.amends?.title ?? null },
  { heading: '上传人', field: 'uploadedBy', of: (review) => review.uploadedBy?.name ?? null },
  instant('上传时间', 'uploadedAt', (review) => review.uploadedAt),
  { heading: '待校核', field: 'counts', of: (review) => review.counts.proposed },
  { heading: '存疑', field: 'counts', of: (review) => review.counts.doubtful },
  { heading: '已确认', field: 'counts', of: (review) => review.counts.confirmed },
  { heading: '不列为任务', field: 'counts', of: (review) => review.counts.dropped },
];

export const PEOPLE_COLUMNS: readonly ExportColumn<PeopleContacts['items'][number]>[] = [
  { heading: '姓名', field: 'name', of: (person) => person.name },
  { heading: '账号', field: 'username', of: (person) => person.username },
  { heading: '单位', field: 'unit', of: (person) => person.unit },
  {
    heading: '接收地址',
    field: 'contacts',
    of: (person) =>
      person.contacts
        .map(({ channel, address, stateLabel }) => `${channel}：${address}（${stateLabel}）`)
        .join('；'),
  },
];
