import { inLanguage } from '../in-language.js';

export const reviewText = inLanguage('reviewText', {
  title: '审核',
  hint: '通过即入台账；退回须写明原因，牵头单位按时限重报。',
  none: '没有待审核的填报',
  noneHint: '各单位填报后显示在这里，收件箱也会收到提醒。',
  filed: (who: string, when: string): string => `${who} ${when} 报`,
  late: '逾期填报',
  unit: '填报单位',
  anyUnit: '全部单位',
  noneOfUnit: '这个单位没有待审核的填报',
  silent: (when: string): string => `${when} 前未审，视为通过`,
  previous: '上期',
  change: (n: number): string => (n === 0 ? '与上期持平' : n > 0 ? `比上期 +${n} 点` : `比上期 ${n} 点`),
  same: '文字与上期相同，请留意',
  acceptAll: '审核通过',
  count: (n: number): string => `${n} 项待审`,
});
