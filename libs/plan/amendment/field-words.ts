import { chineseDate } from '#calendar';
import type { AmendableAction, AmendableIndicator, AmendableTask, AmendableUnit } from './amendable-task.js';

/** How what a text says of a field is put into words for a person. */
export const unitWords = (units: readonly AmendableUnit[]): string =>
  units.length === 0 ? '（未写明）' : units.map(({ name }) => name).join('、');

export const deadlineWords = ({ on, inferred }: AmendableTask['deadline']): string =>
  inferred ? `${chineseDate(on)}（原文未写明）` : chineseDate(on);

export const indicatorWords = (indicators: readonly AmendableIndicator[]): string =>
  indicators.length === 0 ? '（无）' : indicators.map(indicatorPhrase).join('；');

export const actionWords = (action: AmendableAction | undefined): string =>
  action === undefined ? '（新的行动）' : [action.number, action.name].filter(Boolean).join(' ');

export const placeWords = ({ section, number }: AmendableTask): string =>
  [section, number].filter(Boolean).join(' ') || '（无序号）';

const COMPARED: Readonly<Record<string, string>> = {
  '>=': '不少于',
  '<=': '不超过',
  '=': '为',
  '~': '约',
  '+': '增加',
  '>': '超过',
  '<': '低于',
  range: '为',
};
const EACH: Readonly<Record<string, string>> = {
  year: '每年',
  'half-year': '每半年',
  quarter: '每季度',
  month: '每月',
  week: '每周',
  day: '每天',
};

function indicatorPhrase({ name, comparator, value, upper, unit, per }: AmendableIndicator): string {
  const figure = upper == null ? `${value}` : `${value}—${upper}`;
  return `${name}${per == null ? '' : (EACH[per] ?? '')}${COMPARED[comparator] ?? comparator}${figure}${unit}`;
}
