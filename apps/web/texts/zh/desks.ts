import type { DeskCardName } from '#contract';
import { inLanguage } from '../in-language.js';

interface CardWords {
  title: string;
  /** What one goes there for. */
  act: string;
}
const card = (title: string, act: string): CardWords => ({ title, act });

const cards: Readonly<Record<DeskCardName, CardWords>> = {
  toFile: card('待填报', '去填报'),
  returned: card('退回待重报', '去重报'),
  toSign: card('待签收任务', '去签收'),
  noticesToAcknowledge: card('待签收文书', '去签收'),
  dutiesOwed: card('应办事项', '去办理'),
  dutiesToAccept: card('待审核的应办事项', '去审核'),
  toReview: card('待审核填报', '去审核'),
  gateTaskForce: card('办结申请待专班审核', '去审核'),
  gateVerification: card('办结申请待督查核实', '去核实'),
  gateApproval: card('办结申请待审定销号', '去审定'),
  noticesToIssue: card('待签发文书', '去签发'),
  noticesToAgree: card('待同意签发的文书', '去审定'),
  verifications: card('待督查核实', '去登记结论'),
  appeals: card('申诉待答复', '去答复'),
  disputes: card('职责争议待裁定', '去裁定'),
  needsAssignment: card('待指定牵头单位', '去指定'),
  planReviews: card('方案校核中', '去校核'),
  products: card('待核稿印发的产品', '去核稿'),
  alerts: card('督查提示', '去处理'),
  behind: card('本单位滞后任务', '看滞后任务'),
  seriouslyBehind: card('严重滞后任务', '看严重滞后任务'),
  cardsReceived: card('收到的督办文书', '看文书'),
  accessRequests: card('待确认的账号申请', '去确认'),
  lettersFailed: card('未能送达的信件', '去查看'),
  withoutAddress: card('没有接收地址的人员', '去登记地址'),
  webhooksPaused: card('已暂停的事件订阅', '去恢复'),
  health: card('运行检查未通过', ''),
  audit: card('最近一次自动检查', '查看留痕'),
};

export const desksText = inLanguage('desksText', {
  title: '工作台',
  cards,
  count: (n: number | null): string => (n === null ? '10000+' : String(n)),
  due: (when: string): string => `${when} 前`,
  since: (when: string): string => `${when} 起`,
  overdue: (when: string): string => `已逾期，时限 ${when}`,
  all: (act: string, n: number | null): string => (n === null ? act : `${act}（共 ${n} 项）`),
  clear: '没有待办：',
  healthy: '运行检查通过',
  nothing: '现在没有要办的事',
  nothingHint: '有要签收、填报、审核或签发的，会按时限先后出现在这里。',
  asOf: (when: string): string => `${when} 的情况`,
});

export const searchText = inLanguage('searchText', {
  button: '查找',
  keys: 'Ctrl K',
  placeholder: '任务、单位、方案、产品，可输入几个词',
  label: '查找',
  kinds: { task: '任务', unit: '单位', plan: '方案', product: '产品', planReview: '方案校核' },
  recent: '最近打开',
  none: '没有找到',
  noneHint: '请换一个词；只能找到您有权查看的内容。',
  hint: '↑ ↓ 选择，回车打开，Esc 关闭',
  found: (n: number): string => `找到 ${n} 项`,
});
