import { daysAgo } from '../days-ago.js';
import { inLanguage } from '../in-language.js';

type Schedule = 'onTrack' | 'behind' | 'seriouslyBehind';

export const common = inLanguage('common', {
  product: '落实',
  loading: '正在读取…',
  retry: '重试',
  cancel: '取消',
  refresh: '刷新',
  all: '全部',
  none: '无',
  yes: '是',
  no: '否',
  items: (n: number): string => `${n} 项`,
  supportMore: (n: number): string => `责任单位 ${n} 个`,
  overdue: '已逾期',
  joinUnits: (names: readonly string[]): string => names.join('、'),
  required: '此项必填（代码 FieldMissing）',
  reload: '重新读取',
  pageFailed: '这一页没有打开',
  pageFailedHint: '请刷新页面；如仍打不开，请把出现的时间告诉系统管理员。',
  notFound: '没有这一页',
  notFoundHint: '地址可能输错，或者内容已移走。',
  toTasks: '去任务列表',
});

/** Between words that are put together. */
export const marks = inLanguage('marks', {
  comma: '，',
  semicolon: '；',
  stop: '。',
  colon: '：',
  list: '、',
  open: '（',
  close: '）',
});

export const exportTexts = inLanguage('exportTexts', {
  button: '导出',
  formats: { xlsx: 'Excel 工作簿（.xlsx）', csv: 'CSV 表格（.csv）', json: 'JSON 数据（.json）' },
});

/** What goes wrong between the page and the server, in plain words, with the way out. */
export const problemTexts = inLanguage('problemTexts', {
  offline: '连不上服务器',
  offlineHint: '请检查网络后重试。已填写的内容留在这台电脑上，不会丢失。',
  shape: '页面与服务器的版本不一致',
  shapeHint: '系统可能刚刚升级，请刷新页面后再试。',
  server: '服务器处理时出错',
  serverHint: '请稍后重试；如再次出现，请把出现的时间告诉系统管理员。',
  expired: '登录已过期，请重新登录。',
  draftKept: '填了的草稿存在本机，登录后接着填。',
  conflictHint: '您填写的内容会保留。',
  code: (code: string): string => `错误代码 ${code}`,
});

export const noRung = inLanguage('noRung', '正常');

export const progressText = inLanguage('progressText', {
  of(progress: number | null, expected: number | null, schedule: Schedule | null) {
    const done = progress === null ? '未填报' : `${round(progress)}%`;
    const should = expected === null ? '' : `应达 ${round(expected)}%`;
    const gap = progress === null || expected === null ? 0 : round(expected) - round(progress);
    const lag = schedule === null || schedule === 'onTrack' || gap <= 0 ? null : `滞后 ${gap} 点`;
    const full = [`进度 ${done}`, should, lag].filter(Boolean).join('，');
    return { progress: done, expected: should, lag, full };
  },
  comma: '，',
  unreported: '尚未填报',
  /** `apart`: what the record says where today says another thing. */
  age(period: string, days: number, apart: string | null) {
    const said = `${period.replace(/^\d{4}年/u, '')}所报，${daysAgo(days)}`;
    return apart === null ? said : `${said}，当时${apart}`;
  },
});

const round = (value: number): number => Math.round(value);

/** What follows when an action is done; by the action's name in the contract. */
const consequences: Readonly<Record<string, string>> = {
  confirm: '任务进入“已校核”，可以下发。',
  assignLead: '指定后任务由该单位牵头，可以下发。',
  dispatch: '下发后牵头单位即收到通知，签收开始计时。',
  sign: '签收后任务进入“推进中”，从下一个填报期起按期填报。',
  dispute: '提出后由指挥部办公室裁定；裁定前不要求填报。',
  resolveDispute: '改派的，新牵头单位重新签收；维持的，原单位继续办理。',
  requestClosure: '提交后依次经专班审核、督查核实、审定销号，任一环节可能退回。',
  passGate: '通过后进入下一环节；最后一个环节通过即销号。',
  returnClosure: '退回后任务回到“推进中”，牵头单位会收到退回理由。',
  suspend: '暂缓期间停止计时、不要求填报，期满自动恢复。',
  resume: '恢复后继续计时，时限按暂缓的工作日顺延。',
  withdraw: '撤销后不再计时，也不再填报。',
  extend: '批准后按新时限重算序时进度；原定时限一并保留显示。',
  extendBeyond: '超出规定次数或已过时限的延期，须由指挥部办公室特批并单独留痕。',
  reopen: '重启后任务回到“推进中”，恢复填报。',
  changeLead: '原、新牵头单位都签字后生效；签字前仍由原单位负责。新单位不承担此前的漏报和督办。',
  handOver: '移交情况说明随任务交给新牵头单位；双方都签字后，本单位不再填报。',
  takeOver: '双方都签字后由本单位牵头，从下一个填报期起填报；此前的漏报和督办不算在本单位。',
  decreeHandover: '不再等双方签字，新牵头单位即日起负责。',
  block: '对方单位须在规定时间内确认或提出异议。确认后时限由对方承担，本单位停计。',
  acceptBlockage: '确认后由被等待的单位在规定时限内办理，逾期由其承担督办；牵头单位停计。',
  contestBlockage: '提出后由督查室认定；认定前牵头单位的时限照常计算。',
  rejectBlockage: '不认可的，牵头单位的时限照常计算，视为没有停过。',
  unblock: '时限恢复由牵头单位承担，等待期间的工作日顺延。',
  changeCadences: '从下一个填报期起按新的频次填报，此前的不补；通报、讲评、考核仍由有关单位按方案办理。',
  carryOver: '任务转到下一年度，按新时限继续填报；本年度考核按年末状态计。',
  closeWithYear: '任务随年度办结，不再计时和填报。',
  hold: '暂停期间不再升级，已发文书保留；期满自动继续。',
  lift: '本次情形的督办到此为止，已发文书保留。',
  skip: '下一级不再发出，直接等待再下一级；您作为批准人记入留痕。',
  answerCard: '回复送督查室。回复不等于办结，任务情况仍按填报认定。',
  appeal: '每张牌（函）只能申诉一次；处理期间督办暂停。',
  upholdAppeal: '文书撤销、不再计入，得分重新计算；原文和记录保留。',
  rejectAppeal: '文书维持，督办从停下处继续。',
  correctFigure: '更正后的进度即作为现有进度；原填报和核实结论一并留存。如实更正不扣分。',
  orderVerification: '列入督查核实，与抽查的分开记；核实前不通知被核实单位。',
  commitDraw: '系统生成随机种子，只公布它的校验值（承诺值）；抽签前任何人都看不到种子。',
  freezeDraw: '冻结后名单、所据填报和签数不再变动。',
  addRandomness:
    '照抄人人可查的数字，例如某期彩票开奖号码、当日收盘指数；须由经办抽查以外的人录入，录入后不能改。',
  carryOutDraw: '抽签结果不能改、不能重抽；抽中的填报列入督查核实，不通知被核实单位。',
  abandonDraw: '作废的抽查连同理由留在记录中。',
  accept: '通过后数据记入台账。',
  return: '退回后牵头单位会收到理由，按重报时限重新填报。',
  agree: '同意后由督查室签发。',
  issue: '签发后编号并送达有关单位，下一级督办从签发时起算。',
  acknowledge: '签收只表示收到文书，不代表已完成整改。',
};

export const actionTexts = inLanguage('actionTexts', {
  consequences,
  units: '选择单位',
  more: '更多办理',
  about: (what: string): string => `针对：${what}`,
  done: (label: string): string => `${label}：已办理`,
  gravePrompt: '此操作会记入留痕，办理后不能直接撤回。',
  plainPrompt: '办理情况会记入留痕。',
});
