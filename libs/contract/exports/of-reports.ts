import type { DutyView } from '../duty.js';
import type { ReviewItem } from '../report.js';
import type { SittingSummary } from '../sitting.js';
import type { ReportingLineView } from '../standing.js';
import type { VerificationView } from '../verification.js';
import { instant, type ExportColumn } from './export-table.js';

export const DUTY_COLUMNS: readonly ExportColumn<DutyView>[] = [
  { heading: '事项', field: 'label', of: (duty) => duty.label },
  { heading: '报告期', field: 'periodLabel', of: (duty) => duty.periodLabel },
  { heading: '方案', field: 'plan', of: (duty) => duty.plan.title },
  { heading: '行动', field: 'action', of: (duty) => duty.action?.name ?? null },
  { heading: '任务编号', field: 'task', of: (duty) => duty.task?.code ?? null },
  { heading: '任务', field: 'task', of: (duty) => duty.task?.title ?? null },
  { heading: '单位', field: 'unit', of: (duty) => duty.unit.name },
  { heading: '要材料的单位', field: 'askedBy', of: (duty) => duty.askedBy?.name ?? null },
  { heading: '内容', field: 'words', of: (duty) => duty.words },
  instant('期限', 'dueAt', (duty) => duty.dueAt),
  { heading: '状态', field: 'stateLabel', of: (duty) => duty.stateLabel },
  { heading: '逾期', field: 'overdue', of: (duty) => duty.overdue },
  { heading: '退回理由', field: 'returnReason', of: (duty) => duty.returnReason },
  instant('提交时间', 'record', (duty) => duty.record?.filedAt ?? null),
  { heading: '提交人', field: 'record', of: (duty) => duty.record?.filedBy?.name ?? null },
];

export const REVIEW_COLUMNS: readonly ExportColumn<ReviewItem>[] = [
  { heading: '任务编号', field: 'task', of: (item) => item.task.code },
  { heading: '任务', field: 'task', of: (item) => item.task.title },
  { heading: '单位', field: 'report', of: (item) => item.report.unit.name },
  { heading: '报告期', field: 'report', of: (item) => item.report.periodLabel },
  { heading: '完成进度（%）', field: 'report', of: (item) => item.report.progress },
  { heading: '序时进度（%）', field: 'task', of: (item) => item.task.expected },
  { heading: '本期进展', field: 'report', of: (item) => item.report.done },
  { heading: '存在问题', field: 'report', of: (item) => item.report.problems },
  { heading: '需协调事项', field: 'report', of: (item) => item.report.helpWanted },
  { heading: '下步打算', field: 'report', of: (item) => item.report.nextSteps },
  { heading: '填报人', field: 'report', of: (item) => item.report.filedBy?.name ?? null },
  instant('填报时间', 'report', (item) => item.report.filedAt),
  { heading: '迟报', field: 'late', of: (item) => item.late },
  instant('期限', 'dueAt', (item) => item.dueAt),
  instant('视同通过的时间', 'silentAt', (item) => item.silentAt),
];

export const SITTING_COLUMNS: readonly ExportColumn<SittingSummary>[] = [
  { heading: '方案', field: 'plan', of: (sitting) => sitting.plan.title },
  { heading: '单位', field: 'unit', of: (sitting) => sitting.unit.name },
  { heading: '报告期', field: 'periodLabel', of: (sitting) => sitting.periodLabel },
  { heading: '应报事项数', field: 'itemCount', of: (sitting) => sitting.itemCount },
  { heading: '填报情况', field: 'statusLabel', of: (sitting) => sitting.statusLabel },
  instant('期限', 'dueAt', (sitting) => sitting.dueAt),
  instant('填报时间', 'filedAt', (sitting) => sitting.filedAt),
  { heading: '填报人', field: 'filedBy', of: (sitting) => sitting.filedBy?.name ?? null },
  { heading: '迟报', field: 'late', of: (sitting) => sitting.late },
];

export const REPORTING_LINE_COLUMNS: readonly ExportColumn<ReportingLineView>[] = [
  { heading: '方案', field: 'plan', of: (line) => line.plan.title },
  { heading: '单位', field: 'unit', of: (line) => line.unit.name },
  { heading: '报送频次', field: 'cadenceLabel', of: (line) => line.cadenceLabel },
  { heading: '任务数', field: 'taskCount', of: (line) => line.taskCount },
  { heading: '最近一期', field: 'latestSitting', of: (line) => line.latestSitting?.periodLabel ?? null },
  { heading: '填报情况', field: 'latestSitting', of: (line) => line.latestSitting?.statusLabel ?? null },
  { heading: '漏报次数', field: 'missedSittings', of: (line) => line.missedSittings },
  { heading: '督办', field: 'standing', of: (line) => line.standing?.label ?? null },
  { heading: '下一期限', field: 'nextDeadline', of: (line) => line.nextDeadline?.label ?? null },
  instant('下一期限时间', 'nextDeadline', (line) => line.nextDeadline?.at ?? null),
];

export const VERIFICATION_COLUMNS: readonly ExportColumn<VerificationView>[] = [
  { heading: '任务编号', field: 'task', of: (one) => one.task.code },
  { heading: '任务', field: 'task', of: (one) => one.task.title },
  { heading: '单位', field: 'unit', of: (one) => one.unit.name },
  { heading: '核实缘由', field: 'reason', of: (one) => one.reason },
  { heading: '自报进度（%）', field: 'reported', of: (one) => one.reported },
  instant('下达时间', 'orderedAt', (one) => one.orderedAt),
  instant('期限', 'dueAt', (one) => one.dueAt),
  { heading: '核实结果', field: 'finding', of: (one) => one.finding?.label ?? null },
  { heading: '核实进度（%）', field: 'finding', of: (one) => one.finding?.found ?? null },
  { heading: '说明', field: 'finding', of: (one) => one.finding?.words ?? null },
  instant('核实时间', 'finding', (one) => one.finding?.at ?? null),
  { heading: '更正后进度（%）', field: 'corrected', of: (one) => one.corrected?.progress ?? null },
];
