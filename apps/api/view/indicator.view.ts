import type { IndicatorView } from '#contract';
import type { IndicatorRow } from '#persistence';
import { targetLabel } from './labels.js';

export function indicatorView(row: IndicatorRow): IndicatorView {
  const { position, name, comparator, value, upper, unit, per } = row;
  return {
    position,
    name,
    comparator,
    value,
    upper,
    unit,
    per,
    target: targetLabel(row),
    lastReading:
      row.reading_value === null || row.reading_period === null || row.reading_at === null
        ? null
        : { value: row.reading_value, period: row.reading_period, filedAt: row.reading_at },
  };
}
