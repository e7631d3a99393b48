import { inLanguage } from '../in-language.js';

export const tasksText = inLanguage('tasksText', {
  title: '任务',
  count: (shown: number, total: number): string =>
    shown === total ? `共 ${total} 项` : `${shown} 项，共 ${total} 项`,
  /** Not all have come yet. */
  onTheWay: (shown: number, read: number): string =>
    shown === read ? `已读 ${read} 项，其余正在读取…` : `已读的 ${read} 项中有 ${shown} 项，其余正在读取…`,
  code: '编号',
  task: '任务',
  lead: '牵头单位',
  state: '状态',
  progress: '进度',
  nextDue: '下一时限',
  rung: '督办',
  search: '按名称、编号或单位查找',
  action: '行动',
  allActions: '全部行动',
  unit: '单位',
  allUnits: '全部单位',
  rungFilter: '督办情况',
  allRungs: '全部督办情况',
  anyRung: '正在督办',
  schedule: '序时进度',
  allSchedules: '全部进度',
  needsAssignment: '待指定牵头单位',
  clear: '清除条件',
  noMatch: '没有符合条件的任务',
  noMatchHint: '请放宽查找条件。',
  none: '还没有任务',
  noneHint: '方案导入后，任务显示在这里。请由指挥部办公室导入方案。',
  noDue: '暂无',
  states: '按状态查看',
  bulk: { confirm: '校核确认', dispatch: '下发', sign: '签收' },
});
