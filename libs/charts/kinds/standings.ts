import type { EChartsOption } from 'echarts';
import { barStyle } from '../decal.js';
import { figureAxis, frame, gridOf, legendOf, rowAxes, stepOf } from '../frame.js';
import { layRows, type RowsWanted } from '../rows.js';
import type { Drawn, Fill } from '../setting.js';

/** Tasks by how they stand, a bar an action or a unit, in parts that add up to all its tasks. */
export interface StandingsChart {
  readonly kind: 'standings';
  /** How what is counted is counted: `项任务`. */
  readonly counted: string;
  readonly rows: readonly StandingsRow[];
}

export interface StandingsRow {
  readonly name: string;
  readonly counts: Readonly<Record<Fill, number>>;
}

const FILLS: readonly Fill[] = [
  'closed',
  'onTrack',
  'behind',
  'seriouslyBehind',
  'unreported',
  'undispatched',
];

const sum = ({ counts }: StandingsRow): number => FILLS.reduce((all, fill) => all + counts[fill], 0);
const total = (rows: readonly StandingsRow[], fill: Fill): number =>
  rows.reduce((all, { counts }) => all + counts[fill], 0);

export const standingsRows = ({ rows }: StandingsChart, { fontSize }: Drawn): RowsWanted => ({
  names: rows.map(({ name }) => name),
  tails: rows.map((row) => String(sum(row))),
  top: Math.round(fontSize * 2.2),
  bottom: Math.round(fontSize * 2),
});

export function standingsOption(chart: StandingsChart, drawn: Drawn): EChartsOption {
  const wanted = standingsRows(chart, drawn);
  const rows = layRows(wanted, drawn);
  const { words, look, width, fontSize } = drawn;
  const most = Math.max(1, ...chart.rows.map(sum));
  const interval = stepOf(most);
  const max = Math.ceil(most / interval) * interval;
  const there = FILLS.filter((fill) => total(chart.rows, fill) > 0);
  const pixels = (width - rows.nameWidth - Math.max(12, rows.tailWidth)) / max;
  return {
    ...frame(drawn),
    grid: gridOf(rows),
    legend: legendOf(
      drawn,
      there.map((fill) => words[fill]),
    ),
    xAxis: figureAxis(drawn, { max, unit: '', interval }),
    yAxis: rowAxes(rows, wanted.tails ?? [], drawn),
    series: there.map((fill) => ({
      type: 'bar' as const,
      name: words[fill],
      stack: 'tasks',
      silent: true,
      barWidth: Math.min(rows.pitch * 0.68, fontSize * 1.6),
      itemStyle: barStyle(fill, look),
      data: chart.rows.map(({ counts }) => {
        const count = counts[fill];
        // A part that is narrower than its figure goes without: the table has it.
        const fits = count > 0 && count * pixels >= String(count).length * fontSize * 0.5 + 6;
        return { value: count, label: { show: fits } };
      }),
      label: {
        position: 'inside',
        fontSize,
        color: fill === 'closed' ? '#ffffff' : look.ink,
        formatter: ({ value }: { value?: unknown }) => String(value),
        ...(fill === 'closed' || fill === 'onTrack'
          ? {}
          : { backgroundColor: look.paper, padding: [1, 2, 1, 2] }),
      },
    })),
  };
}

/** In words: all of them by how they stand. */
export function standingsWords({ rows, counted }: StandingsChart): string {
  const all = rows.reduce((count, row) => count + sum(row), 0);
  if (all === 0) return '没有可以画的数据。';
  const parts: readonly (readonly [Fill, string])[] = [
    ['closed', '已销号'],
    ['onTrack', '达到序时进度'],
    ['behind', '滞后'],
    ['seriouslyBehind', '严重滞后'],
    ['unreported', '未报进度'],
    ['undispatched', '未下发'],
  ];
  const said = parts
    .map(([fill, words]) => [words, total(rows, fill)] as const)
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${words}${String(count)}项`);
  return `共${String(all)}${counted}：${said.join('，')}。`;
}
