import type { IndicatorRecord } from '#products';
import { isReached } from '#scoring';
import type { IndicatorRow } from './period-rows.js';

const COMPARATORS: Readonly<Record<string, string>> = {
  '>=': '≥',
  '<=': '≤',
  '>': '＞',
  '<': '＜',
  '=': '＝',
  '~': '约',
  '+': '增长',
};

/** The indicators of each task, with target and last reading as they are printed. */
export function indicatorsOf(rows: readonly IndicatorRow[]): Map<string, IndicatorRecord[]> {
  const tasks = new Map<string, IndicatorRecord[]>();
  for (const row of rows) {
    const { taskId, position, name, unit, reading } = row;
    const indicator: IndicatorRecord = {
      position,
      name,
      target: printedTarget(row),
      reading: reading === null ? null : `${reading}${unit}`,
      reached: reading === null ? null : isReached(row, reading),
      ...measuredOf(row),
    };
    tasks.set(taskId, [...(tasks.get(taskId) ?? []), indicator]);
  }
  return tasks;
}

/** Of one bound alone: a range has two, of growth the basis is not known. */
function measuredOf({ comparator, value, first, reading }: IndicatorRow): Pick<IndicatorRecord, 'measured'> {
  if (!['>=', '>', '=', '<=', '<'].includes(comparator)) return {};
  const bound = comparator.startsWith('<') ? 'ceiling' : 'floor';
  return { measured: { target: value, first, reading, bound } };
}

/** A target as it is printed: `≥96%`. */
export const printedTarget = ({
  comparator,
  value,
  upper,
  unit,
}: Pick<IndicatorRow, 'comparator' | 'value' | 'upper' | 'unit'>): string =>
  comparator === 'range'
    ? `${value}—${upper ?? value}${unit}`
    : `${COMPARATORS[comparator] ?? ''}${value}${unit}`;
