import type { EChartsOption } from 'echarts';
import { barStyle } from '../decal.js';
import { frame, gridOf, rowAxes } from '../frame.js';
import { layRows, type RowsWanted } from '../rows.js';
import type { Drawn } from '../setting.js';

/** How far up the ladder matters went: one step a rung, as the ladder's data names it, the gentlest above. */
export interface FunnelChart {
  readonly kind: 'funnel';
  /** How they are counted: `份`. */
  readonly counted: string;
  readonly rungs: readonly FunnelRung[];
}

export interface FunnelRung {
  readonly label: string;
  readonly count: number;
}

export const funnelRows = ({ rungs, counted }: FunnelChart, { fontSize }: Drawn): RowsWanted => ({
  names: rungs.map(({ label }) => label),
  tails: rungs.map(({ count }) => `${String(count)}${counted}`),
  top: Math.round(fontSize * 0.6),
  bottom: Math.round(fontSize * 0.6),
});

/** Bars in the middle of their row: what is not a bar is an empty one before it. */
export function funnelOption(chart: FunnelChart, drawn: Drawn): EChartsOption {
  const wanted = funnelRows(chart, drawn);
  const rows = layRows(wanted, drawn);
  const most = Math.max(1, ...chart.rungs.map(({ count }) => count));
  const bar = { type: 'bar' as const, stack: 'rung', silent: true, barWidth: rows.pitch * 0.74 };
  return {
    ...frame(drawn),
    grid: gridOf(rows),
    xAxis: { type: 'value', min: 0, max: most, show: false },
    yAxis: rowAxes(rows, wanted.tails ?? [], drawn),
    series: [
      {
        ...bar,
        itemStyle: { color: 'none' },
        data: chart.rungs.map(({ count }) => (most - count) / 2),
      },
      {
        ...bar,
        itemStyle: barStyle('onTrack', drawn.look),
        data: chart.rungs.map(({ count }) => (count === 0 ? '-' : count)),
      },
    ],
  };
}

/** In words: every rung with its count. */
export function funnelWords({ rungs, counted }: FunnelChart): string {
  if (rungs.length === 0) return '没有可以画的数据。';
  return `${rungs.map(({ label, count }) => `${label}${/\d$/u.test(label) ? ' ' : ''}${String(count)}${counted}`).join('，')}。`;
}
