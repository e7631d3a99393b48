import type { IndicatorView, ReportView } from '#contract';
import { lazy, Suspense, useMemo, type FC } from 'react';
import { Panel } from '../components/panel.js';
import { indicatorText, taskText } from '../texts/zh.js';
import { indicatorSeries, type IndicatorReading, type IndicatorSeries } from './indicator-series.js';

// The figures stand in the table as well: where the chart does not come, nothing is lost.
const IndicatorChart = lazy(async (): Promise<{ default: FC<{ series: IndicatorSeries }> }> => {
  try {
    return { default: (await import('./indicator-chart.js')).IndicatorChart };
  } catch {
    return { default: () => null };
  }
});

interface IndicatorsProps {
  indicators: readonly IndicatorView[];
  reports: readonly ReportView[];
}

/** The figures the plan wants, the last reading beside each, and how they came along. */
export function Indicators({ indicators, reports }: IndicatorsProps) {
  if (indicators.length === 0) {
    return (
      <Panel title={taskText.indicators} testId="indicators">
        <span className="soft">{indicatorText.none}</span>
      </Panel>
    );
  }
  return (
    <Panel title={taskText.indicators} testId="indicators">
      {indicators.map((indicator) => (
        <Indicator key={indicator.position} indicator={indicator} reports={reports} />
      ))}
    </Panel>
  );
}

function Indicator({ indicator, reports }: { indicator: IndicatorView; reports: readonly ReportView[] }) {
  const series = useMemo(() => indicatorSeries(indicator, reports), [indicator, reports]);
  const { name, target, unit, lastReading } = indicator;
  return (
    <section className="indicator">
      <h3>{name}</h3>
      <p className="indicator-figures">
        <span>
          <span className="soft">{taskText.target}</span> {target}
        </span>
        {lastReading === null ? null : (
          <span>
            <span className="soft">{taskText.reading}</span> <b>{`${lastReading.value}${unit}`}</b>
          </span>
        )}
      </p>
      {series.readings.length === 0 ? (
        <p className="soft small">{indicatorText.noReadings}</p>
      ) : (
        <>
          <Suspense fallback={<div className="chart" />}>
            <IndicatorChart series={series} />
          </Suspense>
          <Figures readings={series.readings} unit={unit} />
        </>
      )}
    </section>
  );
}

/** The chart’s figures, for who cannot see it, and for who wants them exactly. */
function Figures({ readings, unit }: { readings: readonly IndicatorReading[]; unit: string }) {
  return (
    <details className="indicator-table">
      <summary>{indicatorText.table}</summary>
      <table className="plain">
        <thead>
          <tr>
            <th>{indicatorText.period}</th>
            <th>{indicatorText.value}</th>
            <th>{indicatorText.filed}</th>
          </tr>
        </thead>
        <tbody>
          {readings.map((reading) => (
            <tr key={reading.period + reading.unit.id}>
              <td>{reading.periodLabel}</td>
              <td>{`${reading.value}${unit}`}</td>
              <td>
                {reading.unit.name} <span className="soft">{reading.stateLabel}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
