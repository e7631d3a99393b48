import type { ActionView, Schedule } from '#contract';
import { palette } from '../theme.js';
import { overviewText } from '../texts/zh.js';
import { actionAxis, fontFamily, grid, legend, valueAxis } from './chart-style.js';
import type { ChartOption } from './chart.js';

const SERIES: readonly { key: Schedule; name: string; color: string; text: string }[] = [
  { key: 'onTrack', name: overviewText.onTrack, color: '#9db7d3', text: palette.text },
  { key: 'behind', name: overviewText.behind, color: '#e2b765', text: palette.text },
  { key: 'seriouslyBehind', name: overviewText.seriouslyBehind, color: palette.red, text: '#fff' },
];

/** Tasks of each action by their schedule; every part carries its figure, so that it reads without colour. */
export function scheduleChart(actions: readonly ActionView[]): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily },
    aria: { enabled: true },
    grid,
    legend,
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { ...valueAxis('{value}'), minInterval: 1 },
    yAxis: actionAxis(actions),
    series: SERIES.map(({ key, name, color, text }) => ({
      name,
      type: 'bar',
      stack: 'tasks',
      barWidth: 18,
      itemStyle: { color },
      label: { show: true, color: text, fontSize: 12 },
      data: actions.map(({ figures }) => figures.bySchedule[key] ?? '-'),
    })),
  };
}
