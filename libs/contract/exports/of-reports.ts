import type { DutyView } from '../duty.js';
import type { ReviewItem } from '../report.js';
import type { SittingSummary } from '../sitting.js';
import type { ReportingLineView } from '../standing.js';
import type { VerificationView } from '../verification.js';
import { instant, type ExportColumn } from './export-table.js';

export const DUTY_COLUMNS: readonly ExportColumn<DutyView>[] = [
  { heading: '事项', of: (duty) => duty.label },
  { heading: '报告期', of: (duty) => duty.periodLabel },
  { heading: '方案', of: (duty) => duty.plan.title },
  { heading: '行动', of: (duty) => duty.action?.name ?? null },
  { heading: '任务编号', of: (duty) => duty.task?.code ?? null },
  { heading: '任务', of: (duty) => duty.task?.title ?? null },
  { heading: '单位', of: (duty) => duty.unit.name },
  { heading: '要材料的单位', of: (duty) => duty.askedBy?.name ?? null },
  { heading: '内容', of: (duty) => duty.words },
  instant('期限', (duty) => duty.dueAt),
  { heading: '状态', of: (duty) => duty.stateLabel },
  { heading: '逾期', of: (duty) => duty.overdue },
  { heading: '退回理由', of: (duty) => duty.returnReason },
  instant('提交时间', (duty) => duty.record?.filedAt ?? null),
  { heading: '提交人', of: (duty) => duty.record?.filedBy?.name ?? null },
];

export const REVIEW_COLUMNS: readonly ExportColumn<ReviewItem>[] = [
  { heading: '任务编号', of: (item) => item.task.code },
  { heading: '任务', of: (item) => item.task.title },
  { heading: '单位', of: (item) => item.report.unit.name },
  { heading: '报告期', of: (item) => item.report.periodLabel },
  { heading: '完成进度（%）', of: (item) => item.report.progress },
  { heading: '序时进度（%）', of: (item) => item.task.expected },
  { heading: '本期进展', of: (item) => item.report.done },
  { heading: '存在问题', of: (item) => item.report.problems },
  { heading: '需协调事项', of: (item) => item.report.helpWanted },
  { heading: '下步打算', of: (item) => item.report.nextSteps },
  { heading: '填报人', of: (item) => item.report.filedBy?.name ?? null },
  instant('填报时间', (item) => item.report.filedAt),
  { heading: '迟报', of: (item) => item.late },
  instant('期限', (item) => item.dueAt),
  instant('视同通过的时间', (item) => item.silentAt),
];

export const SITTING_COLUMNS: readonly ExportColumn<SittingSummary>[] = [
  { heading: '方案', of: (sitting) => sitting.plan.title },
  { heading: '单位', of: (sitting) => sitting.unit.name },
  { heading: '报告期', of: (sitting) => sitting.periodLabel },
  { heading: '应报事项数', of: (sitting) => sitting.itemCount },
  { heading: '填报情况', of: (sitting) => sitting.statusLabel },
  instant('期限', (sitting) => sitting.dueAt),
  instant('填报时间', (sitting) => sitting.filedAt),
  { heading: '填报人', of: (sitting) => sitting.filedBy?.name ?? null },
  { heading: '迟报', of: (sitting) => sitting.late },
];

export const REPORTING_LINE_COLUMNS: readonly ExportColumn<ReportingLineView>[] = [
  { heading: '方案', of: (line) => line.plan.title },
  { heading: '单位', of: (line) => line.unit.name },
  { heading: '报送频次', of: (line) => line.cadenceLabel },
  { heading: '任务数', of: (line) => line.taskCount },
  { heading: '最近一期', of: (line) => line.latestSitting?.periodLabel ?? null },
  { heading: '填报情况', of: (line) => line.latestSitting?.statusLabel ?? null },
  { heading: '漏报次数', of: (line) => line.missedSittings },
  { heading: '督办', of: (line) => line.standing?.label ?? null },
  { heading: '下一期限', of: (line) => line.nextDeadline?.label ?? null },
  instant('下一期限时间', (line) => line.nextDeadline?.at ?? null),
];

export const VERIFICATION_COLUMNS: readonly ExportColumn<VerificationView>[] = [
  { heading: '任务编号', of: (one) => one.task.code },
  { heading: '任务', of: (one) => one.task.title },
  { heading: '单位', of: (one) => one.unit.name },
  { heading: '核实缘由', of: (one) => one.reason },
  { heading: '自报进度（%）', of: (one) => one.reported },
  instant('下达时间', (one) => one.orderedAt),
  instant('期限', (one) => one.dueAt),
  { heading: '核实结果', of: (one) => one.finding?.label ?? null },
  { heading: '核实进度（%）', of: (one) => one.finding?.found ?? null },
  { heading: '说明', of: (one) => one.finding?.words ?? null },
  instant('核实时间', (one) => one.finding?.at ?? null),
  { heading: '更正后进度（%）', of: (one) => one.corrected?.progress ?? null },
];
