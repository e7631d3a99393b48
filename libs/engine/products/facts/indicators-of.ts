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
      target: targetOf(row),
      reading: reading === null ? null : `${reading}${unit}`,
      reached: reading === null ? null : isReached(row, reading),
    };
    tasks.set(taskId, [...(tasks.get(taskId) ?? []), indicator]);
  }
  return tasks;
}

const targetOf = ({ comparator, value, upper, unit }: IndicatorRow): string =>
  comparator === 'range'
    ? `${value}—${upper ?? value}${unit}`
    : `${COMPARATORS[comparator] ?? ''}${value}${unit}`;
