import { wordFor } from '../word-for.js';
import { counted, type Pattern } from './pattern.js';

const FOUND: Readonly<Record<string, string>> = {
  属实: 'true',
  部分属实: 'partly true',
  不实: 'untrue',
};
const N = '(-?[\\d.]+)';
const matching = (parts: TemplateStringsArray, ...between: string[]): RegExp =>
  new RegExp(`^${String.raw(parts, ...between)}$`, 'u');

/** `相差30个百分点` as every gap between what is reported and what else is known ends. */
const APART = `(?:相差${N}个百分点|所报不高于[^，。]*所示|所报不高于指标所示)`;
const apart = (gap: string): string =>
  gap === '' ? 'what is reported is no higher' : `${counted(gap, 'point')} apart`;

/** Why a task is worth verifying (`libs/truth/signals`). */
export const SIGNALS: readonly Pattern[] = [
  [
    matching`本期（(.+?)）进展文字与上期（(.+?)）相似度${N}%，进度由${N}%报为${N}%。`,
    (last = '', before = '', like = '', from = '', to = '') =>
      `The words for ${wordFor(last)} are ${like}% those for ${wordFor(before)}, and progress is reported as ${to}% after ${from}%.`,
  ],
  [
    matching`(.+?)(?:还落后序时进度${N}个百分点|不落后序时进度)，${N}天后申请办结。`,
    (period = '', lag = '', days = '') =>
      `${lag === '' ? `Not behind in ${wordFor(period)}` : `${counted(lag, 'point')} behind expected progress in ${wordFor(period)}`}; closure was asked for ${counted(days, 'day')} later.`,
  ],
  [
    matching`(\d+)年(\d+)月(\d+)日核实(本任务|该单位其他任务)，结论为(.+)。`,
    (year = '', month = '', day = '', of = '', finding = '') =>
      `${of === '本任务' ? 'This task' : 'Another task of the unit'} was found ${FOUND[finding] ?? finding} on ${day} ${wordFor(`${year}年${month}月`)}.`,
  ],
  [
    matching`自报进度${N}%，而须保持的指标“(.+)”读数${N}(.*)，已突破要求（${N}.*）。`,
    (progress = '', name = '', value = '', unit = '', target = '') =>
      `Progress is reported as ${progress}%, but "${name}", which is to be kept, reads ${value}${unit} and breaks its limit (${target}${unit}).`,
  ],
  [
    matching`自报进度${N}%，指标“(.+)”读数${N}(.*)、目标${N}.*，合${N}%，${APART}。`,
    (progress = '', name = '', value = '', unit = '', target = '', shown = '', gap = '') =>
      `Progress is reported as ${progress}%; "${name}" reads ${value}${unit} of ${target}${unit}, which comes to ${shown}%: ${apart(gap)}.`,
  ],
  [/^已到期的节点均已完成。$/u, () => 'All milestones that were due are reached.'],
  [
    matching`自报进度${N}%，而${N}个节点到期未完成（(.+)），已完成节点合${N}%，${APART}。`,
    (progress = '', n = '', names = '', shown = '', gap = '') =>
      `Progress is reported as ${progress}%, but ${counted(n, 'milestone')} past due ${n === '1' ? 'is' : 'are'} not reached (${names.replaceAll('、', ', ')}); those reached come to ${shown}%: ${apart(gap)}.`,
  ],
  [
    matching`自报进度${N}%，${N}个责任（配合）单位所报平均${N}%(?:（其中(.+)未报）)?，${APART}。`,
    (progress = '', n = '', shown = '', silent = '', gap = '') =>
      `Progress is reported as ${progress}%; what ${counted(n, 'supporting unit')} reported comes to ${shown}% on average${silent === '' ? '' : ` (nothing from ${silent.replaceAll('、', ', ')})`}: ${apart(gap)}.`,
  ],
  [
    matching`(.+?)在截止(前|后)${N}小时填报，进度较上期(?:跃升${N}个百分点|没有上升)（${N}%→${N}%）。`,
    (period = '', side = '', hours = '', jump = '', from = '', to = '') =>
      `${wordFor(period)}: filed ${counted(hours, 'hour')} ${side === '前' ? 'before' : 'after'} it was due, ${jump === '' ? 'with no more progress than before' : `with a leap of ${counted(jump, 'point')}`} (${from}% → ${to}%).`,
  ],
  [
    matching`连续${N}期所报进度恰与序时进度相同（最近一期所报${N}%，序时${N}%）。`,
    (n = '', last = '', expected = '') =>
      `For ${counted(n, 'period')} in a row progress was reported exactly as expected (last ${last}%, expected ${expected}%).`,
  ],
  [
    matching`指标“(.+)”连续${N}次读数均为${N}(.*)，同期自报进度由${N}%升至${N}%。`,
    (name = '', n = '', value = '', unit = '', from = '', to = '') =>
      `"${name}" has read ${value}${unit} ${n} times in a row, while the reported progress rose from ${from}% to ${to}%.`,
  ],
  [/^本期有变化。$/u, () => 'Something changed in this period.'],
  [
    matching`连续${N}期报“无变化”，进度停在${N}%。`,
    (n = '', at = '') => `"No change" for ${counted(n, 'period')} in a row; progress stands at ${at}%.`,
  ],
];
