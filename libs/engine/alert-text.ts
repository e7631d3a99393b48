import {
  ROLE_LABELS,
  type LadderTrigger,
  type OwedSitting,
  type RaiseAlert,
  type Role,
} from '#accountability';
import { periodFromKey } from '#calendar';
import { matterName } from './matter-text.js';
import { dutyFactsOf, dutyLines } from './duties/duty-text.js';
import type { Names } from './names.js';

/** An alert as the supervision office reads it: what, whose, since when. */
export function alertText(effect: RaiseAlert, names: Names): { title: string; detail: string } {
  const { facts } = effect;
  const unit = names.unit(effect.unitId);
  const tasks = names
    .tasks((facts['taskIds'] as string[] | undefined) ?? [])
    .map(({ code, title }) => `${code} ${title}`);
  const owed = (facts['owed'] as OwedSitting[] | undefined) ?? [];
  const label = typeof facts['label'] === 'string' ? facts['label'] : '';
  const reason = typeof facts['reason'] === 'string' ? `理由：${facts['reason']}` : '';
  const list = tasks.join('；');
  const duty = dutyFactsOf(facts);
  if (duty) {
    const lines = dutyLines(duty, (kind, refId) => names.about(kind, refId)).map(({ title }) => title);
    const what = effect.name.startsWith('refile') ? '退回后逾期未重报' : `逾期未办（${label}）`;
    return { title: `${unit}${duty.label}${what}`, detail: lines.join('；') };
  }
  switch (effect.name.split(':')[0]) {
    case 'rung':
      return { title: `${unit}逾期未报（${label}）`, detail: owedText(owed) };
    case 'matter':
      return { title: `${unit}${matterOf(facts)}（${label}）`, detail: list };
    case 'issue':
      return { title: `待签发：${unit}${label}`, detail: owed.length === 0 ? list : owedText(owed) };
    case 'notSigned':
      return { title: `${unit}逾期未签收`, detail: list };
    case 'disputed':
      return { title: `${unit}提出职责争议`, detail: [list, reason].filter(Boolean).join('。') };
    case 'gate':
      return { title: '办结审核超过时限', detail: list };
    case 'refile':
      return { title: `${unit}退回后逾期未重报`, detail: list };
    case 'taskOverdue':
      return { title: `${unit}任务到期未办结`, detail: list };
    case 'behind':
      return { title: `${unit}任务落后序时进度`, detail: list };
    case 'untrue':
      return { title: `${unit}经督查核实不实`, detail: list };
    case 'correctionLate':
      return { title: `${unit}逾期未更正数据`, detail: list };
    case 'verificationLate':
      return { title: '督查核实超过时限', detail: list };
    case 'cardAnswer':
      return { title: `${unit}督办单逾期未复`, detail: list };
    case 'unreported':
      return { title: `${unit}逾期未作首次反馈`, detail: list };
    case 'handover':
      return { title: `${unit}逾期未签字交接`, detail: list };
    case 'awaited':
      return { title: `${unit}配合事项逾期未办`, detail: list };
    case 'blockage':
      return { title: `${unit}称正在等待其他单位`, detail: [list, reason].filter(Boolean).join('。') };
    case 'appeal':
      return { title: `${unit}提出申诉，待答复`, detail: [list, reason].filter(Boolean).join('。') };
    case 'disputeLate':
      return { title: '职责争议逾期未裁定', detail: list };
    case 'yearTurn':
      return { title: '年度任务到期待处置（办结、结转或撤销）', detail: list };
    case 'appealLate':
      return { title: '申诉逾期未答复', detail: list };
    case 'blockageLate':
      return { title: '“等待其他单位”逾期未答复或裁定', detail: list };
    case 'vacancy':
      return {
        title: `${unit}${ROLE_LABELS[facts['role'] as Role]}空缺`,
        detail: '应送该岗位的事项已改送上一级。请尽快明确人选并登记。',
      };
    default:
      return { title: unit, detail: list };
  }
}

const matterOf = ({ trigger }: RaiseAlert['facts']): string =>
  typeof trigger === 'string' ? matterName(trigger as LadderTrigger) : '';

const owedText = (owed: readonly OwedSitting[]): string =>
  owed.map(({ period, taskIds }) => `${periodFromKey(period).label}：${taskIds.length}项任务未报`).join('；');
