import { describe, expect, it } from '@jest/globals';
import type { IndicatorView, ReportView } from '#contract';
import { indicatorSeries } from './indicator-series.js';

const INDICATOR: IndicatorView = {
  position: 1,
  name: '造林面积',
  comparator: '>=',
  value: 200,
  upper: null,
  unit: '亩',
  per: null,
  target: '≥ 200亩',
  lastReading: null,
};
const FORESTRY = { id: 'u1', name: '区林业局' };
const FARMING = { id: 'u2', name: '区农业农村局' };

const report = (
  unit: { id: string; name: string },
  period: string,
  filedAt: string,
  value: number | null,
  revision = 1,
): ReportView => ({
  id: `${unit.id}/${period}/${revision}`,
  obligationId: `${unit.id}/${period}`,
  period,
  periodLabel: period,
  unit,
  revision,
  progress: 10,
  noChange: value === null,
  done: '',
  problems: '',
  helpWanted: '',
  nextSteps: '',
  readings: value === null ? [] : [{ position: 1, value }],
  filedBy: null,
  signedBy: null,
  filedAt: `${filedAt}T01:00:00.000Z`,
  state: 'accepted',
  stateLabel: '已审核通过',
});

describe('the readings of an indicator over its periods', () => {
  it('come in order, whatever order the reports are in', () => {
    const { periods, lines } = indicatorSeries(INDICATOR, [
      report(FORESTRY, '5月上旬', '2024-05-10', 120),
      report(FORESTRY, '4月中旬', '2024-04-19', 40),
      report(FORESTRY, '4月下旬', '2024-04-29', 80),
    ]);
    expect(periods.map(({ label }) => label)).toEqual(['4月中旬', '4月下旬', '5月上旬']);
    expect(lines).toEqual([{ unit: FORESTRY, values: [40, 80, 120] }]);
  });

  it('of a report that was filed again are the last ones, in its own period', () => {
    const { lines, readings } = indicatorSeries(INDICATOR, [
      report(FORESTRY, '4月中旬', '2024-05-20', 45, 2),
      report(FORESTRY, '4月下旬', '2024-04-29', 80),
      report(FORESTRY, '4月中旬', '2024-04-19', 400, 1),
    ]);
    expect(lines[0]?.values).toEqual([45, 80]);
    expect(readings.map(({ value }) => value)).toEqual([45, 80]);
  });

  it('stand in a line for each unit, with a gap where one gave none', () => {
    const { periods, lines } = indicatorSeries(INDICATOR, [
      report(FORESTRY, '4月中旬', '2024-04-18', 40),
      report(FARMING, '4月中旬', '2024-04-19', 7),
      report(FORESTRY, '4月下旬', '2024-04-29', null),
      report(FARMING, '4月下旬', '2024-04-30', 9),
    ]);
    expect(periods).toHaveLength(2);
    expect(lines).toEqual([
      { unit: FORESTRY, values: [40, null] },
      { unit: FARMING, values: [7, 9] },
    ]);
  });

  it('leave out what is another indicator’s, and periods in which nothing was read', () => {
    const other = { ...report(FORESTRY, '4月中旬', '2024-04-19', 1), readings: [{ position: 0, value: 99 }] };
    expect(indicatorSeries(INDICATOR, [other, report(FORESTRY, '4月下旬', '2024-04-29', null)])).toEqual({
      indicator: INDICATOR,
      periods: [],
      lines: [],
      readings: [],
    });
  });
});
