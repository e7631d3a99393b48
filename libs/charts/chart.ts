import type { EChartsOption } from 'echarts';
import { funnelOption, funnelRows, funnelWords, type FunnelChart } from './kinds/funnel.js';
import { heatMapOption, heatMapRows, heatMapWords, type HeatMapChart } from './kinds/heat-map.js';
import {
  indicatorsOption,
  indicatorsRows,
  indicatorsWords,
  type IndicatorsChart,
} from './kinds/indicators.js';
import { progressOption, progressRows, progressWords, type ProgressChart } from './kinds/progress.js';
import { rankingOption, rankingRows, rankingWords, type RankingChart } from './kinds/ranking.js';
import { standingsOption, standingsRows, standingsWords, type StandingsChart } from './kinds/standings.js';
import { layRows, rowsOfPicture, type RowsWanted } from './rows.js';
import { drawnWith, type ChartSetting, type Drawn } from './setting.js';

/** A chart as its figures: plain data, which a server and a browser draw alike, and which says itself in words. */
export type Chart =
  ProgressChart | StandingsChart | HeatMapChart | RankingChart | IndicatorsChart | FunnelChart;

/** What ECharts draws of it. The same figures give the same option; nothing in it moves, and no clock is asked. */
export function chartOption(chart: Chart, setting: ChartSetting = {}): EChartsOption {
  const drawn = drawnWith(setting);
  switch (chart.kind) {
    case 'progress':
      return progressOption(chart, drawn);
    case 'standings':
      return standingsOption(chart, drawn);
    case 'heatMap':
      return heatMapOption(chart, drawn);
    case 'ranking':
      return rankingOption(chart, drawn);
    case 'indicators':
      return indicatorsOption(chart, drawn);
    case 'funnel':
      return funnelOption(chart, drawn);
  }
}

/** The chart in one or two sentences, for who cannot see it; every figure is one of the chart's or a count of its rows. */
export function chartWords(chart: Chart): string {
  switch (chart.kind) {
    case 'progress':
      return progressWords(chart);
    case 'standings':
      return standingsWords(chart);
    case 'heatMap':
      return heatMapWords(chart);
    case 'ranking':
      return rankingWords(chart);
    case 'indicators':
      return indicatorsWords(chart);
    case 'funnel':
      return funnelWords(chart);
  }
}

/** Pixels. Its height follows its rows. */
export function chartSize(chart: Chart, setting: ChartSetting = {}): { width: number; height: number } {
  const drawn = drawnWith(setting);
  return { width: drawn.width, height: layRows(rowsWanted(chart, drawn), drawn).height };
}

/** Whether there is anything to draw. */
export const isEmptyChart = (chart: Chart): boolean =>
  chart.kind === 'funnel' ? chart.rungs.length === 0 : chart.rows.length === 0;

/** A chart in as many as fit a page each, its rows shared out evenly; one that fits stays as it is. */
export function chartInPages<C extends Chart>(chart: C, setting: ChartSetting = {}): C[] {
  const drawn = drawnWith(setting);
  const most = rowsOfPicture(rowsWanted(chart, drawn), drawn);
  if (chart.kind === 'funnel' || chart.rows.length <= most) return [chart];
  const pages = Math.ceil(chart.rows.length / most);
  const each = Math.ceil(chart.rows.length / pages);
  const rows: readonly unknown[] = chart.rows;
  return Array.from({ length: pages }, (_, at) => ({
    ...chart,
    rows: rows.slice(at * each, (at + 1) * each),
  }));
}

function rowsWanted(chart: Chart, drawn: Drawn): RowsWanted {
  switch (chart.kind) {
    case 'progress':
      return progressRows(chart, drawn);
    case 'standings':
      return standingsRows(chart, drawn);
    case 'heatMap':
      return heatMapRows(chart, drawn);
    case 'ranking':
      return rankingRows(chart, drawn);
    case 'indicators':
      return indicatorsRows(chart, drawn);
    case 'funnel':
      return funnelRows(chart, drawn);
  }
}
