import {
  BarChart,
  LineChart,
  ScatterChart,
  type BarSeriesOption,
  type LineSeriesOption,
  type ScatterSeriesOption,
} from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  type AriaComponentOption,
  type GridComponentOption,
  type LegendComponentOption,
  type MarkLineComponentOption,
  type TooltipComponentOption,
} from 'echarts/components';
import { init, use as register, type ComposeOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useScreenScale } from '../screen-scale.js';

// Only what the charts need; the whole library is three times as large.
register([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  AriaComponent,
  SVGRenderer,
]);

export type ChartOption = ComposeOption<
  | BarSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | GridComponentOption
  | LegendComponentOption
  | MarkLineComponentOption
  | TooltipComponentOption
  | AriaComponentOption
>;

/** Draws one chart and keeps its size. The figures also stand in the table below it, for reading and for print. */
export function Chart({ option, label }: { option: ChartOption; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<EChartsType>(null);
  const latest = useRef(option);
  // Its lengths are in pixels: it is drawn as for a usual screen, and enlarged with everything else.
  const scale = useScreenScale();
  useEffect(() => {
    if (place.current === null) return;
    const around = place.current;
    const sizes = () => ({ width: around.clientWidth / scale, height: around.clientHeight / scale });
    const chart = init(around.firstElementChild as HTMLElement, null, { renderer: 'svg', ...sizes() });
    chart.setOption(latest.current);
    drawn.current = chart;
    const observer = new ResizeObserver(() => chart.resize(sizes()));
    observer.observe(around);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [scale]);
  useEffect(() => {
    latest.current = option;
    drawn.current?.setOption(option);
  }, [option]);
  return (
    <div ref={place} className="chart" role="img" aria-label={label}>
      <div style={{ width: `${100 / scale}%`, transform: `scale(${scale})`, transformOrigin: '0 0' }} />
    </div>
  );
}
