import type { PeopleContacts } from '../contact.js';
import type { PlanSummary, UnitList } from '../plan.js';
import type { PlanReviewSummary } from '../plan-review/plan-review.js';
import type { TaskSummary } from '../task.js';
import type { TimelineEvent } from '../timeline.js';
import { instant, type ExportColumn } from './export-table.js';

export const TASK_COLUMNS: readonly ExportColumn<TaskSummary>[] = [
  { heading: '编号', of: (task) => task.code },
  { heading: '任务', of: (task) => task.title },
  { heading: '行动', of: (task) => task.action.name },
  { heading: '章节', of: (task) => task.section },
  { heading: '牵头单位', of: (task) => task.leads.map(({ name }) => name).join('、') },
  { heading: '责任单位数', of: (task) => task.supportCount },
  { heading: '状态', of: (task) => task.stateLabel },
  { heading: '完成进度（%）', of: (task) => task.progress },
  { heading: '序时进度（%）', of: (task) => task.expected },
  { heading: '相差（百分点）', of: (task) => task.lag },
  { heading: '进度情况', of: (task) => task.scheduleLabel },
  { heading: '督办', of: (task) => task.standing?.label ?? null },
  { heading: '办结期限', of: (task) => task.deadline.currentOn },
  { heading: '原定期限', of: (task) => task.deadline.originalOn },
  { heading: '期限为推定', of: (task) => task.deadline.inferred },
  { heading: '下一事项', of: (task) => task.nextDue?.label ?? null },
  instant('下一事项时间', (task) => task.nextDue?.at ?? null),
];

export const TIMELINE_COLUMNS: readonly ExportColumn<TimelineEvent>[] = [
  instant('时间', (event) => event.at),
  { heading: '事项', of: (event) => event.label },
  { heading: '说明', of: (event) => event.summary },
  { heading: '办理人', of: (event) => event.actor?.name ?? null },
  { heading: '单位', of: (event) => event.unit?.name ?? null },
  { heading: '报告期', of: (event) => event.period },
  { heading: '序号', of: (event) => event.seq },
  { heading: '校验值', of: (event) => event.hash },
];

export const PLAN_COLUMNS: readonly ExportColumn<PlanSummary>[] = [
  { heading: '方案', of: (plan) => plan.title },
  { heading: '文号', of: (plan) => plan.documentNumber },
  { heading: '印发单位', of: (plan) => plan.issuedBy },
  { heading: '印发日期', of: (plan) => plan.issuedOn },
  { heading: '年度', of: (plan) => plan.year },
  { heading: '任务数', of: (plan) => plan.taskCount },
];

export const UNIT_COLUMNS: readonly ExportColumn<UnitList['items'][number]>[] = [
  { heading: '代码', of: (unit) => unit.code },
  { heading: '单位', of: (unit) => unit.name },
  { heading: '类别', of: (unit) => unit.kind },
  { heading: '统称', of: (unit) => unit.isGroup },
];

export const PLAN_REVIEW_COLUMNS: readonly ExportColumn<PlanReviewSummary>[] = [
  { heading: '方案', of: (review) => review.title },
  { heading: '文件', of: (review) => review.fileName },
  { heading: '状态', of: (review) => review.stateLabel },
  { heading: '修订', of: (review) => review.amends?.title ?? null },
  { heading: '上传人', of: (review) => review.uploadedBy?.name ?? null },
  instant('上传时间', (review) => review.uploadedAt),
  { heading: '待校核', of: (review) => review.counts.proposed },
  { heading: '存疑', of: (review) => review.counts.doubtful },
  { heading: '已确认', of: (review) => review.counts.confirmed },
  { heading: '不列为任务', of: (review) => review.counts.dropped },
];

export const PEOPLE_COLUMNS: readonly ExportColumn<PeopleContacts['items'][number]>[] = [
  { heading: '姓名', of: (person) => person.name },
  { heading: '账号', of: (person) => person.username },
  { heading: '单位', of: (person) => person.unit },
  {
    heading: '接收地址',
    of: (person) =>
      person.contacts
        .map(({ channel, address, stateLabel }) => `${channel}：${address}（${stateLabel}）`)
        .join('；'),
  },
];
