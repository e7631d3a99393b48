import type { EChartsOption, XAXisComponentOption } from 'echarts';
import { frame, gridOf, rowAxes } from '../frame.js';
import { printed } from '../printed.js';
import { layRows, type RowsWanted } from '../rows.js';
import { CHART_FACE, type Drawn, type Look } from '../setting.js';
import { widthOf } from '../text-width.js';

/** A field of actions (or units) by periods: the darker, the more it wants looking at; the figure stands in each cell. */
export interface HeatMapChart {
  readonly kind: 'heatMap';
  /** What a cell says: `填报按时率`. */
  readonly measure: string;
  /** Behind each figure: `%`, or nothing. */
  readonly unit: string;
  /** Whether a high figure is the good one (a rate) or a low one (cards). */
  readonly good: 'high' | 'low';
  /** The figure at which a cell is white where high is good, or quite dark where low is. */
  readonly full: number;
  readonly columns: readonly string[];
  readonly rows: readonly HeatMapRow[];
}

export interface HeatMapRow {
  readonly name: string;
  /** One for each column; null: nothing was due. */
  readonly cells: readonly (number | null)[];
}

export const heatMapRows = ({ rows }: HeatMapChart, { fontSize }: Drawn): RowsWanted => ({
  names: rows.map(({ name }) => name),
  top: Math.round(fontSize * 2.4),
  bottom: Math.round(fontSize * 0.6),
});

/** 0: as it should be; 1: as bad as can be. */
export const badness = (value: number, { good, full }: Pick<HeatMapChart, 'good' | 'full'>): number => {
  const share = full === 0 ? 0 : Math.min(1, Math.max(0, value / full));
  return good === 'high' ? 1 - share : share;
};

const mixed = (from: readonly number[], to: readonly number[], share: number): string =>
  `#${from
    .map((part, at) =>
      Math.round(part + ((to[at] ?? part) - part) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const PALE = [253, 246, 227] as const;
const MIDDLE = [236, 148, 84] as const;
const DARK = [110, 18, 18] as const;

/** The colour of a cell, lighter to darker without a turn, so that it stays in order in grey. */
export const heatColor = (bad: number, { paper }: Look): string =>
  bad <= 0 ? paper : bad < 0.5 ? mixed(PALE, MIDDLE, bad * 2) : mixed(MIDDLE, DARK, (bad - 0.5) * 2);

/** Black or white, whichever is read better on a colour. */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}

/** Columns for which there is no room to name all are named every second, third …: the last always. */
export function shownColumns(columns: readonly string[], room: number): readonly string[] {
  const widest = Math.max(1, ...columns.map(widthOf)) + 0.5;
  const every = Math.max(1, Math.ceil(widest / Math.max(0.5, room)));
  return columns.map((name, at) => ((columns.length - 1 - at) % every === 0 ? name : ''));
}

export function heatMapOption(chart: HeatMapChart, drawn: Drawn): EChartsOption {
  const rows = layRows(heatMapRows(chart, drawn), drawn);
  const { look, fontSize, width } = drawn;
  const cell = (width - rows.nameWidth - 12) / Math.max(1, chart.columns.length);
  const text = (value: number | null): string => (value === null ? '－' : `${printed(value)}${chart.unit}`);
  const widest = Math.max(1, ...chart.rows.flatMap(({ cells }) => cells.map((one) => widthOf(text(one)))));
  // Where the unit does not fit it goes: what is measured stands in the caption.
  const short = widest * fontSize + 2 > cell;
  return {
    ...frame(drawn),
    grid: gridOf(rows),
    xAxis: [
      { type: 'value', min: 0, max: Math.max(1, chart.columns.length), show: false },
      columnHeads(chart.columns, cell, drawn),
    ],
    yAxis: rowAxes(rows, [], drawn),
    series: chart.columns.map((column, at) => ({
      type: 'bar' as const,
      name: column,
      stack: 'cells',
      silent: true,
      barWidth: rows.pitch,
      barCategoryGap: 0,
      data: chart.rows.map(({ cells }) => {
        const value = cells[at] ?? null;
        const bad = value === null ? 0 : badness(value, chart);
        return {
          value: 1,
          itemStyle: {
            color: value === null ? look.paper : heatColor(bad, look),
            borderColor: look.ink,
            borderWidth: 0.6,
          },
          label: {
            show: true,
            position: 'inside' as const,
            fontSize,
            fontFamily: CHART_FACE,
            color: inkOn(value === null || bad <= 0 ? look.paper : heatColor(bad, look)),
            formatter: short && value !== null ? printed(value) : text(value),
          },
        };
      }),
    })),
  };
}

/** The names of the columns, above the field. */
const columnHeads = (
  columns: readonly string[],
  cell: number,
  { look, fontSize }: Drawn,
): XAXisComponentOption => ({
  type: 'category',
  position: 'top',
  data: [...shownColumns(columns, cell / fontSize)],
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { show: false },
  axisLabel: { interval: 0, margin: 5, color: look.ink, fontFamily: CHART_FACE, fontSize },
});

/** In words: over all cells the best and the worst, and the worst of the last period. */
export function heatMapWords({ measure, unit, good, columns, rows }: HeatMapChart): string {
  const cells = rows.flatMap(({ name, cells: of }) =>
    of.flatMap((value, at) => (value === null ? [] : [{ name, column: columns[at] ?? '', value }])),
  );
  const by = (a: { value: number }, b: { value: number }): number =>
    good === 'high' ? a.value - b.value : b.value - a.value;
  const [worst] = [...cells].sort(by);
  const best = [...cells].sort(by).at(-1);
  if (!worst || !best) return `${measure}：没有可以画的数据。`;
  const said = ({ name, column, value }: { name: string; column: string; value: number }): string =>
    `${column}的${name}（${printed(value)}${unit}）`;
  const all = cells.every(({ value }) => value === worst.value);
  return all
    ? `${measure}：各行各期均为${printed(worst.value)}${unit}。`
    : `${measure}：最好的是${said(best)}，最差的是${said(worst)}。`;
}
