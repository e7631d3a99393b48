type Schedule = 'onTrack' | 'behind' | 'seriouslyBehind';

export const common = {
  product: '落实',
  productLong: '落实 · 任务督办',
  loading: '正在读取…',
  retry: '重试',
  cancel: '取消',
  confirm: '确定',
  close: '关闭',
  back: '返回',
  refresh: '刷新',
  all: '全部',
  none: '无',
  yes: '是',
  no: '否',
  items: (n: number): string => `${n} 项`,
  supportMore: (n: number): string => `责任单位 ${n} 个`,
  overdue: '已逾期',
  joinUnits: (names: readonly string[]): string => names.join('、'),
  required: '此项必填',
  reload: '重新读取',
  pageFailed: '这一页没有打开',
  pageFailedHint: '请刷新页面；如仍打不开，请把出现的时间告诉系统管理员。',
  notFound: '没有这一页',
  notFoundHint: '地址可能输错，或者内容已移走。',
  toTasks: '去任务列表',
};

/** What goes wrong between the page and the server, in plain words, with the way out. */
export const problemTexts = {
  offline: '连不上服务器',
  offlineHint: '请检查网络后重试。已填写的内容留在这台电脑上，不会丢失。',
  shape: '页面与服务器的版本不一致',
  shapeHint: '系统可能刚刚升级，请刷新页面后再试。',
  server: '服务器处理时出错',
  serverHint: '请稍后重试；如再次出现，请把出现的时间告诉系统管理员。',
  expired: '登录已过期，请重新登录。',
  conflict: '内容已被他人更新',
  conflictHint: '在您打开之后，别人改动了这一项。请重新读取，看过新内容后再办理；您填写的内容会保留。',
};

export const noRung = '正常';

export const progressText = {
  of(progress: number | null, expected: number | null, schedule: Schedule | null) {
    const done = progress === null ? '未填报' : `${round(progress)}%`;
    const should = expected === null ? '' : `序时 ${round(expected)}%`;
    const gap = progress === null || expected === null ? 0 : round(expected) - round(progress);
    const lag = schedule === null || schedule === 'onTrack' || gap <= 0 ? null : `滞后 ${gap} 点`;
    const full = [`进度 ${done}`, should, lag].filter(Boolean).join('，');
    return { progress: done, expected: should, lag, full };
  },
};

const round = (value: number): number => Math.round(value);

export const actionTexts = {
  units: '选择单位',
  date: '选择日期',
  done: (label: string): string => `${label}：已办理`,
  gravePrompt: '此操作会记入留痕，办理后不能直接撤回。',
  plainPrompt: '办理情况会记入留痕。',
};
