import { fontFamily, valueAxis } from '../overview/chart-style.js';
import type { ChartOption } from '../overview/chart.js';
import { palette } from '../theme.js';
import { indicatorText } from '../texts/zh.js';
import type { IndicatorSeries } from './indicator-series.js';

/** Lines differ in the shape of their points as well as in colour. */
const LINES = [
  { color: palette.ink, symbol: 'circle' },
  { color: '#a8641a', symbol: 'rect' },
  { color: palette.good, symbol: 'triangle' },
  { color: '#6b4f8f', symbol: 'diamond' },
];

/** A target has no points: in the legend it is a line alone. */
const BAR = 'path://M0,4h18v2h-18z';

/** A line for each unit against the target, which is drawn across all periods; of a range both ends. Nothing is forecast. */
export function indicatorOption({ indicator, periods, lines }: IndicatorSeries): ChartOption {
  const { value, upper, unit } = indicator;
  const targets = [
    { name: upper === null ? indicatorText.target : indicatorText.lower, at: value },
    ...(upper === null ? [] : [{ name: indicatorText.upper, at: upper }]),
  ];
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 4, right: 16, top: 34, bottom: 4, outerBoundsMode: 'same' },
    legend: {
      type: 'scroll',
      top: 0,
      left: 0,
      data: [...lines.map(({ unit: { name } }) => name), ...targets.map(({ name }) => ({ name, icon: BAR }))],
      itemHeight: 9,
      itemWidth: 18,
      textStyle: { color: palette.text },
    },
    tooltip: { trigger: 'axis', valueFormatter: (at) => (typeof at === 'number' ? `${at}${unit}` : '—') },
    xAxis: {
      type: 'category',
      data: periods.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.textSoft, hideOverlap: true },
    },
    yAxis: { ...valueAxis('{value}'), splitNumber: 3 },
    series: [
      ...lines.map((line, index) => ({
        type: 'line' as const,
        name: line.unit.name,
        symbolSize: 7,
        connectNulls: true,
        ...LINES[index % LINES.length],
        data: line.values,
      })),
      // The points give the axis room and the tip its figure; the mark is what goes across, also beside a single period.
      ...targets.map(({ name, at }) => ({
        type: 'line' as const,
        name,
        symbol: 'none',
        color: palette.red,
        lineStyle: { width: 1.5 },
        data: periods.map(() => at),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: palette.red, type: 'solid' as const, width: 1.5 },
          data: [{ yAxis: at }],
        },
      })),
    ],
  };
}
