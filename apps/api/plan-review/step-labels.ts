import { labelOf } from '#contract';
import type { ReviewStepType } from '#engine';

const STEP_LABELS: Record<ReviewStepType, string> = {
  uploaded: '上传文件',
  factsCorrected: '更正方案信息',
  cadencesCorrected: '更正方案、行动频次',
  taskCorrected: '更正任务',
  taskConfirmed: '确认任务',
  taskDoubted: '撤回确认',
  taskDropped: '不列为任务',
  taskRestored: '恢复任务',
  taskSplit: '拆分任务',
  taskMoved: '移动任务',
  taskAdded: '从原文新增任务',
  tasksMerged: '合并任务',
  tasksConfirmed: '批量确认',
  unitNamed: '认领单位',
  unitRegistered: '登记单位',
  amendmentDecided: '审定修订',
  abandoned: '作废',
  dispatched: '下发',
};

export const stepLabel = (type: string): string => labelOf(STEP_LABELS, type);
