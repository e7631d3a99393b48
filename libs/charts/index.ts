/** Pictures from facts: the same for the server and for the browser. Pure; of ECharts it knows the types alone. */
export { escapedForXml, shortenedName, svgText, type TextLook } from './svg-text.js';
export { isHalf, widthOf, wrapped } from './text-width.js';
export { chartInPages, chartOption, chartSize, chartWords, isEmptyChart, type Chart } from './chart.js';
export {
  CHART_FACE,
  CHINESE,
  type ChartSetting,
  type ChartWords,
  type Fill,
  type Ground,
} from './setting.js';
export { MAX_CHART_HEIGHT } from './rows.js';
export type { FunnelChart, FunnelRung } from './kinds/funnel.js';
export type { HeatMapChart, HeatMapRow } from './kinds/heat-map.js';
export type { IndicatorRow, IndicatorsChart } from './kinds/indicators.js';
export type { ProgressChart, ProgressRow } from './kinds/progress.js';
export type { RankingChart, RankingRow } from './kinds/ranking.js';
export type { StandingsChart, StandingsRow } from './kinds/standings.js';
export {
  extentOf,
  LEAST_TEXT,
  SHEET_HEIGHT,
  SHEET_WIDTH,
  sheetSvg,
  textWithin,
  type Sheet,
  type SheetMark,
  type SheetText,
} from './wall/sheet.js';
export {
  bigFigures,
  countWithin,
  hatchedRect,
  MARGIN,
  sheetHead,
  SHEET_INK,
  sheetText,
  TYPE,
} from './wall/sheet-parts.js';
