import type { EChartsOption } from 'echarts';
import { barStyle } from '../decal.js';
import { figureAxis, frame, gridOf, legendOf, rowAxes } from '../frame.js';
import { printed } from '../printed.js';
import { layRows, type RowsWanted } from '../rows.js';
import type { Drawn } from '../setting.js';

/** Indicators against their targets: each as a share of its own target, as their units differ. Nothing is forecast. */
export interface IndicatorsChart {
  readonly kind: 'indicators';
  readonly rows: readonly IndicatorRow[];
}

export interface IndicatorRow {
  readonly name: string;
  /** The target, the first and the last reading, in the unit of the indicator; null: none was reported. */
  readonly target: number;
  readonly first: number | null;
  readonly reading: number | null;
  /** As they are printed: `≥200人`, `150人`. */
  readonly targetText: string;
  readonly readingText: string | null;
  /** Whether the target is a floor, or a ceiling that must not be passed. */
  readonly bound: 'floor' | 'ceiling';
  readonly reached: boolean | null;
}

/** Bars end here, in percent of the target; a longer one is cut, and its figure says how long it is. */
const LONGEST = 150;

const shareOf = ({ target }: IndicatorRow, reading: number): number =>
  target === 0 ? (reading === 0 ? 100 : LONGEST) : Math.min(LONGEST, Math.max(0, (reading / target) * 100));

export const indicatorsRows = ({ rows }: IndicatorsChart, { words, fontSize }: Drawn): RowsWanted => ({
  names: rows.map(({ name }) => name),
  tails: rows.map(({ readingText, targetText }) => `${readingText ?? words.unread}/${targetText}`),
  top: Math.round(fontSize * 2.2),
  bottom: Math.round(fontSize * 2),
});

export function indicatorsOption(chart: IndicatorsChart, drawn: Drawn): EChartsOption {
  const wanted = indicatorsRows(chart, drawn);
  const rows = layRows(wanted, drawn);
  const { words, look, fontSize } = drawn;
  const thick = Math.min(rows.pitch * 0.62, fontSize * 1.4);
  const bars = (name: string, fill: 'onTrack' | 'behind', reached: boolean) => ({
    type: 'bar' as const,
    name,
    stack: 'reading',
    silent: true,
    barWidth: thick,
    itemStyle: barStyle(fill, look),
    data: chart.rows.map((row) =>
      row.reading === null || row.reached !== reached ? '-' : shareOf(row, row.reading),
    ),
  });
  return {
    ...frame(drawn),
    grid: gridOf(rows),
    legend: legendOf(drawn, [words.reached, words.short, words.target, words.first]),
    xAxis: figureAxis(drawn, { max: LONGEST, unit: '%', interval: 50 }),
    yAxis: rowAxes(rows, wanted.tails ?? [], drawn),
    series: [
      bars(words.reached, 'onTrack', true),
      bars(words.short, 'behind', false),
      {
        type: 'scatter',
        name: words.target,
        symbol: 'rect',
        symbolSize: [3.5, Math.min(rows.pitch * 0.9, thick * 1.45)],
        silent: true,
        z: 5,
        itemStyle: { color: look.mark, borderColor: look.paper, borderWidth: 0.8, opacity: 1 },
        data: chart.rows.map((_, at) => [100, at]),
      },
      {
        type: 'scatter',
        name: words.first,
        symbol: 'diamond',
        symbolSize: Math.min(thick * 0.9, fontSize),
        silent: true,
        z: 6,
        itemStyle: { color: look.paper, borderColor: look.mark, borderWidth: 1.4, opacity: 1 },
        data: chart.rows.flatMap((row, at) => (row.first === null ? [] : [[shareOf(row, row.first), at]])),
      },
    ],
  };
}

/** In words: how many are reached, short, unread; the one that is furthest from its target. */
export function indicatorsWords({ rows }: IndicatorsChart): string {
  if (rows.length === 0) return '没有可以画的数据。';
  const count = (reached: boolean | null): number => rows.filter((row) => row.reached === reached).length;
  const short = rows.filter((row) => row.reached === false && row.reading !== null);
  const off = (row: IndicatorRow): number => Math.abs(100 - shareOf(row, row.reading ?? 0));
  const [worst] = [...short].sort((a, b) => off(b) - off(a));
  const unread = count(null);
  return [
    `图中指标${printed(rows.length)}项：达到目标${printed(count(true))}项，未达到${printed(count(false))}项`,
    unread > 0 ? `，尚无读数${printed(unread)}项` : '',
    worst ? `；离目标最远的是${worst.name}（${worst.readingText ?? ''}，目标${worst.targetText}）` : '',
    '。',
  ].join('');
}
