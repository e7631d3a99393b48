import { useMemo } from 'react';
import { Chart } from '../overview/chart.js';
import { indicatorText } from '../texts/zh.js';
import { indicatorOption } from './indicator-option.js';
import type { IndicatorSeries } from './indicator-series.js';

/** Drawn in a chunk of its own: most tasks are opened for something else. */
export function IndicatorChart({ series }: { series: IndicatorSeries }) {
  const option = useMemo(() => indicatorOption(series), [series]);
  const { name, target } = series.indicator;
  return <Chart option={option} label={indicatorText.chart(name, target)} />;
}
