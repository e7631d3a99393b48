import type { ActionView } from '#contract';
import { palette } from '../theme.js';
import { overviewText } from '../texts/zh.js';
import { actionAxis, fontFamily, grid, legend, valueAxis } from './chart-style.js';
import type { ChartOption } from './chart.js';

/** Mean progress of each action as a bar, with a mark where the schedule expects it. */
export function progressChart(actions: readonly ActionView[]): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily },
    aria: { enabled: true },
    grid,
    legend,
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      valueFormatter: (value) => `${String(value)}%`,
    },
    xAxis: {
      ...valueAxis('{value}%'),
      max: ({ max }: { max: number }) => Math.min(100, Math.max(20, Math.ceil((max * 1.15) / 10) * 10)),
    },
    yAxis: actionAxis(actions),
    series: [
      {
        name: overviewText.progress,
        type: 'bar',
        barWidth: 14,
        itemStyle: { color: '#5b7fa8' },
        label: { show: true, position: 'insideLeft', formatter: '{c}%', color: '#fff', fontSize: 12 },
        data: actions.map(({ figures }) => Math.round(figures.progress)),
      },
      {
        name: overviewText.expected,
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [3, 22],
        itemStyle: { color: palette.text },
        data: actions.map(({ figures }) => Math.round(figures.expected)),
      },
    ],
  };
}
