import type { EChartsOption } from 'echarts';
import { barStyle } from '../decal.js';
import { figureAxis, frame, gridOf, rowAxes, stepOf } from '../frame.js';
import { enumeratedNames, printed } from '../printed.js';
import { layRows, type RowsWanted } from '../rows.js';
import type { Drawn } from '../setting.js';

/** A ranking with what became of each place since last time. */
export interface RankingChart {
  readonly kind: 'ranking';
  /** What places are given by: `填报按时率`. */
  readonly measure: string;
  readonly unit: string;
  /** How rows are counted: `个单位`. */
  readonly counted: string;
  /** The end of the axis; left out: the highest figure. */
  readonly full?: number;
  /** In the order of their places. */
  readonly rows: readonly RankingRow[];
}

export interface RankingRow {
  readonly name: string;
  readonly value: number;
  /** Equal ones share a place. */
  readonly place: number;
  /** The place of the period before; null: it had none; left out: not compared. */
  readonly before?: number | null;
}

const changeOf = ({ place, before }: RankingRow, { words }: Drawn): string => {
  if (before === undefined) return '';
  if (before === null) return ` ${words.fresh}`;
  if (before === place) return ` ${words.unchanged}`;
  return before > place ? ` ↑${String(before - place)}` : ` ↓${String(place - before)}`;
};

export const rankingRows = ({ rows, unit }: RankingChart, drawn: Drawn): RowsWanted => ({
  names: rows.map(({ name, place }) => `${String(place)} ${name}`),
  tails: rows.map((row) => `${printed(row.value)}${unit}${changeOf(row, drawn)}`),
  top: Math.round(drawn.fontSize * 0.6),
  bottom: Math.round(drawn.fontSize * 2),
});

export function rankingOption(chart: RankingChart, drawn: Drawn): EChartsOption {
  const wanted = rankingRows(chart, drawn);
  const rows = layRows(wanted, drawn);
  const most = chart.full ?? Math.max(1, ...chart.rows.map(({ value }) => value));
  const interval = stepOf(most);
  const max = Math.ceil(most / interval) * interval;
  return {
    ...frame(drawn),
    grid: gridOf(rows),
    xAxis: figureAxis(drawn, { max, unit: chart.unit, interval }),
    yAxis: rowAxes(rows, wanted.tails ?? [], drawn),
    series: [
      {
        type: 'bar',
        silent: true,
        barWidth: Math.min(rows.pitch * 0.62, drawn.fontSize * 1.4),
        itemStyle: barStyle('onTrack', drawn.look),
        data: chart.rows.map(({ value }) => Math.max(0, value)),
      },
    ],
  };
}

/** In words: who is first, who last, who moved furthest. */
export function rankingWords({ measure, unit, counted, rows }: RankingChart): string {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return `${measure}：没有可以画的数据。`;
  const at = (place: number): string =>
    enumeratedNames(
      rows.filter((row) => row.place === place).map(({ name }) => name),
      3,
      counted,
    );
  const head = `${measure}排名（${String(rows.length)}${counted}）：`;
  if (last.place === first.place)
    return `${head}均为${printed(first.value)}${unit}，并列第${String(first.place)}。`;
  const moved = rows.flatMap((row) =>
    typeof row.before === 'number' ? [{ row, by: row.before - row.place }] : [],
  );
  const up = [...moved].sort((a, b) => b.by - a.by)[0];
  const down = [...moved].sort((a, b) => a.by - b.by)[0];
  return [
    head,
    `第${String(first.place)}的是${at(first.place)}（${printed(first.value)}${unit}），`,
    `末位的是${at(last.place)}（${printed(last.value)}${unit}）`,
    up && up.by > 0 ? `；上升最多的是${up.row.name}（${String(up.by)}位）` : '',
    down && down.by < 0
      ? `${up && up.by > 0 ? '，' : '；'}下降最多的是${down.row.name}（${String(-down.by)}位）`
      : '',
    '。',
  ].join('');
}
