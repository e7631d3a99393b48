import { counted, type Pattern } from './pattern.js';

/** Shares and counts of the scoring vocabulary, within a sentence. */
const FACTS: Readonly<Record<string, string>> = {
  指标达标: 'indicators on target',
  任务按时办结: 'tasks closed in time',
  按时签收: 'signed in time',
  按时报送: 'reported in time',
  一次通过: 'accepted at first',
  按时提供配合材料: 'supporting material given in time',
  按时履行调度职责: 'duties done in time',
  填报被退回: 'report returned',
  办结申请被退回: 'closure returned',
  缺报: 'report missed',
  核实不实: 'found untrue',
  核实部分属实: 'found partly true',
  督办文书: 'notice',
  督办单逾期未复: 'supervision notice not answered in time',
};
const fact = (label: string): string => FACTS[label] ?? label;
const WEIGHED = '(（按任务权重）)?';
const weighed = (it: string): string => (it === '' ? '' : ", by the tasks' weights");

/** What scores, schemes and what-if say of their items. */
export const STANDING: readonly Pattern[] = [
  [/^没有可计事项，分值摊入其他各项$/u, () => 'Nothing to count: its marks go to the other items'],
  [/^没有可计事项，得满分$/u, () => 'Nothing to count: full marks'],
  [/^没有可计事项$/u, () => 'Nothing to count'],
  [new RegExp(`^(\\S+)的比例${WEIGHED}$`, 'u'), (of = '', it = '') => `Share: ${fact(of)}${weighed(it)}`],
  [
    new RegExp(`^(\\S+)的比例，达到 ([\\d.]+)% 得满分${WEIGHED}$`, 'u'),
    (of = '', at = '', it = '') => `Share: ${fact(of)}; full marks from ${at}%${weighed(it)}`,
  ],
  [
    new RegExp(`^(\\S+)分档：(.+?)${WEIGHED}$`, 'u'),
    (of = '', bands = '', it = '') =>
      `Bands: ${fact(of)}; ${bands.replace(/([\d.]+)% 起 ([\d.]+) 分/gu, 'from $1% $2').replaceAll('，', ', ')}${weighed(it)}`,
  ],
  [
    /^每次“(.+)”扣 ([\d.]+) 分，扣完为止$/u,
    (of = '', each = '') => `${counted(each, 'point')} off for each: ${fact(of)}; none below nought`,
  ],
  [/^由绩效办评定，须写明理由$/u, () => 'Decided by the assessor, with a reason'],
  [/^绩效办所在单位不参加排名$/u, () => "The assessor's own unit is not ranked"],
  [/^绩效办所在单位参加排名并注明$/u, () => "The assessor's own unit is ranked, and said to be it"],
  [/^(\d+) 类单位$/u, (n = '') => counted(n, 'kind of units', 'kinds of units')],
  [
    /^(.+)、(\d+) 类单位$/u,
    (units = '', n = '') => `${units}, ${counted(n, 'kind of units', 'kinds of units')}`,
  ],
  [/^建立辖区时启用$/u, () => 'In force since the jurisdiction was set up'],
];
