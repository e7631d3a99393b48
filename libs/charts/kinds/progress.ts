import type { EChartsOption } from 'echarts';
import { barStyle } from '../decal.js';
import { figureAxis, frame, gridOf, legendOf, rowAxes } from '../frame.js';
import { printed } from '../printed.js';
import { layRows, type Rows, type RowsWanted } from '../rows.js';
import type { Drawn, Fill } from '../setting.js';

/** Progress against schedule (序时进度): one bar an action, a task group or a task, and a mark where it should be. */
export interface ProgressChart {
  readonly kind: 'progress';
  /** How rows are counted: `个行动`, `项任务`. */
  readonly counted: string;
  readonly rows: readonly ProgressRow[];
}

export interface ProgressRow {
  readonly name: string;
  /** Percent as reported; null: nobody has reported yet. */
  readonly progress: number | null;
  /** Percent that could be expected by the schedule; null: not known. */
  readonly expected: number | null;
  /** `below`: less than expected, where no rule says how much is behind (a mean of several). */
  readonly schedule: 'onTrack' | 'below' | 'behind' | 'seriouslyBehind' | 'closed';
}

const FILLS = {
  closed: 'closed',
  onTrack: 'onTrack',
  below: 'behind',
  behind: 'behind',
  seriouslyBehind: 'seriouslyBehind',
} as const satisfies Readonly<Record<ProgressRow['schedule'], Fill>>;
const SCHEDULES = Object.keys(FILLS) as ProgressRow['schedule'][];

const isLate = ({ schedule }: ProgressRow): boolean => schedule !== 'onTrack' && schedule !== 'closed';

const lagOf = ({ progress, expected }: ProgressRow): number =>
  progress === null || expected === null ? 0 : expected - progress;

const tailsOf = ({ rows }: ProgressChart, { words }: Drawn): string[] =>
  rows.map((row) => {
    if (row.progress === null) return words.unreported;
    const lag = isLate(row) && lagOf(row) > 0 ? ` ${words.points(printed(lagOf(row)))}` : '';
    return `${printed(row.progress)}%${row.expected === null ? '' : `/${printed(row.expected)}%`}${lag}`;
  });

export const progressRows = (chart: ProgressChart, drawn: Drawn): RowsWanted => ({
  names: chart.rows.map(({ name }) => name),
  tails: tailsOf(chart, drawn),
  top: Math.round(drawn.fontSize * 2.2),
  bottom: Math.round(drawn.fontSize * 2),
});

export function progressOption(chart: ProgressChart, drawn: Drawn): EChartsOption {
  const wanted = progressRows(chart, drawn);
  const rows: Rows = layRows(wanted, drawn);
  const { words, look } = drawn;
  const there = SCHEDULES.filter((one) => chart.rows.some(({ schedule }) => schedule === one));
  const thick = Math.min(rows.pitch * 0.62, drawn.fontSize * 1.4);
  return {
    ...frame(drawn),
    grid: gridOf(rows),
    legend: legendOf(drawn, [...there.map((one) => words[one]), words.expected]),
    xAxis: figureAxis(drawn, { max: 100, unit: '%', interval: 20 }),
    yAxis: rowAxes(rows, wanted.tails ?? [], drawn),
    series: [
      ...there.map((one) => ({
        type: 'bar' as const,
        name: words[one],
        stack: 'progress',
        silent: true,
        barWidth: thick,
        itemStyle: barStyle(FILLS[one], look),
        data: chart.rows.map(({ progress, schedule }) =>
          schedule === one && progress !== null ? Math.min(100, Math.max(0, progress)) : '-',
        ),
      })),
      {
        type: 'scatter' as const,
        name: words.expected,
        symbol: 'rect',
        symbolSize: [3.5, Math.min(rows.pitch * 0.9, thick * 1.45)],
        silent: true,
        itemStyle: { color: look.mark, borderColor: look.paper, borderWidth: 0.8, opacity: 1 },
        z: 5,
        data: chart.rows.flatMap(({ expected }, at) =>
          expected === null ? [] : [[Math.min(100, Math.max(0, expected)), at]],
        ),
      },
    ],
  };
}

/** In words: how many keep up, who is furthest ahead, who furthest behind. */
export function progressWords({ rows, counted }: ProgressChart): string {
  const reported = rows.filter(({ progress }) => progress !== null);
  if (reported.length === 0)
    return rows.length === 0 ? '没有可以画的数据。' : `${String(rows.length)}${counted}均未报进度。`;
  const late = reported.filter(isLate);
  const best = [...reported].sort((a, b) => (b.progress ?? 0) - (a.progress ?? 0))[0];
  const worst = [...late].sort((a, b) => lagOf(b) - lagOf(a))[0];
  const said = ({ name, progress, expected }: ProgressRow): string =>
    `${name}（${printed(progress ?? 0)}%${expected === null ? '' : `，序时进度${printed(expected)}%`}）`;
  // `个行动` is counted by 个.
  const measure = [...counted][0] ?? '';
  const count = (some: number, words: string): string[] =>
    some === 0 ? [] : [`${String(some)}${measure}${words}`];
  const below = reported.some(({ schedule }) => schedule === 'below');
  const parts = [
    ...count(reported.length - late.length, '达到序时进度'),
    ...count(late.length, below ? '平均低于序时进度' : '滞后'),
    ...count(rows.length - reported.length, '未报进度'),
  ];
  return [
    `${String(rows.length)}${counted}中，${parts.join('，')}`,
    best ? `；进度最高的是${said(best)}` : '',
    worst ? `，落后最多的是${said(worst)}` : '',
    '。',
  ].join('');
}
