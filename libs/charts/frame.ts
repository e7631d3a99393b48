import type {
  EChartsOption,
  GridComponentOption,
  LegendComponentOption,
  XAXisComponentOption,
  YAXisComponentOption,
} from 'echarts';
import type { Rows } from './rows.js';
import { CHART_FACE, type Drawn } from './setting.js';

/** What all charts have in common: no movement, no chance, the typeface, the ground. */
export function frame({ look, fontSize }: Drawn): EChartsOption {
  return {
    animation: false,
    backgroundColor: look.paper,
    textStyle: { fontFamily: CHART_FACE, fontSize, color: look.ink },
  };
}

/** The place of the rows between names and what is printed to the right. */
export const gridOf = ({ nameWidth, tailWidth, top, bottom }: Rows): GridComponentOption => ({
  left: nameWidth,
  right: Math.max(tailWidth, 12),
  top,
  bottom,
  outerBoundsMode: 'none',
});

/** Names to the left, the first above; to the right what is printed for each row. */
export function rowAxes(rows: Rows, tails: readonly string[], drawn: Drawn): YAXisComponentOption[] {
  const { look, fontSize } = drawn;
  const axis = (data: readonly string[]): YAXisComponentOption => ({
    type: 'category',
    inverse: true,
    data: [...data],
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: {
      interval: 0,
      margin: 6,
      color: look.ink,
      fontFamily: CHART_FACE,
      fontSize,
      lineHeight: rows.lineHeight,
      hideOverlap: false,
    },
    splitLine: { show: false },
  });
  return [
    { ...axis(rows.names), axisLine: { show: true, onZero: false, lineStyle: { color: look.ink } } },
    ...(tails.length === 0 ? [] : [{ ...axis(tails), position: 'right' as const }]),
  ];
}

/** An axis of figures below the rows. */
export function figureAxis(
  { look, fontSize }: Drawn,
  { max, unit, interval, show = true }: { max: number; unit: string; interval: number; show?: boolean },
): XAXisComponentOption {
  return {
    type: 'value',
    min: 0,
    max,
    interval,
    show,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: look.soft,
      fontFamily: CHART_FACE,
      fontSize,
      formatter: (value: number) => `${String(Math.round(value * 10) / 10)}${unit}`,
    },
    splitLine: { lineStyle: { color: look.rule, width: 0.8 } },
  };
}

/** The legend above the rows, in one line. */
export const legendOf = ({ look, fontSize }: Drawn, names: readonly string[]): LegendComponentOption => ({
  top: 2,
  left: 'center',
  itemWidth: fontSize * 1.7,
  itemHeight: fontSize * 0.9,
  itemGap: fontSize,
  selectedMode: false,
  data: [...names],
  textStyle: { color: look.ink, fontFamily: CHART_FACE, fontSize },
});

/** A step of the axis that gives at most five parts. */
export function stepOf(max: number): number {
  const rough = max / 5;
  const scale = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return [1, 2, 5, 10].map((by) => by * scale).find((step) => step >= rough) ?? 10 * scale;
}
