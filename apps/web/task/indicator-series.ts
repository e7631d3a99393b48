import type { IndicatorView, ReportView, UnitRef } from '#contract';

/** A reading as it stands: of a report that was filed again, the last one. */
export interface IndicatorReading {
  period: string;
  periodLabel: string;
  unit: UnitRef;
  value: number;
  filedAt: string;
  stateLabel: string;
}

/** An indicator over its periods, one line for each unit that reports on it. */
export interface IndicatorSeries {
  indicator: IndicatorView;
  /** The earliest first, as are the readings. */
  periods: { period: string; label: string }[];
  lines: { unit: UnitRef; values: (number | null)[] }[];
  readings: IndicatorReading[];
}

/** What was read of an indicator, period by period. Periods come in the order in which they were first reported on. */
export function indicatorSeries(indicator: IndicatorView, reports: readonly ReportView[]): IndicatorSeries {
  const filed = reports.toSorted((a, b) => (a.filedAt < b.filedAt ? -1 : 1));
  const order = new Map<string, string>();
  const last = new Map<string, ReportView>();
  for (const report of filed) {
    if (!order.has(report.period)) order.set(report.period, report.periodLabel);
    const before = last.get(report.obligationId);
    if (before === undefined || before.revision < report.revision) last.set(report.obligationId, report);
  }
  const place = [...order.keys()];
  const readings = [...last.values()]
    .flatMap((report) =>
      report.readings
        .filter(({ position }) => position === indicator.position)
        .map(({ value }): IndicatorReading => {
          const { period, periodLabel, unit, filedAt, stateLabel } = report;
          return { period, periodLabel, unit, value, filedAt, stateLabel };
        }),
    )
    .sort((a, b) => place.indexOf(a.period) - place.indexOf(b.period));
  const periods = place
    .filter((period) => readings.some((reading) => reading.period === period))
    .map((period) => ({ period, label: order.get(period) ?? period }));
  const units = new Map(readings.map(({ unit }) => [unit.id, unit]));
  const lines = [...units.values()].map((unit) => ({
    unit,
    values: periods.map(
      ({ period }) => readings.find((one) => one.period === period && one.unit.id === unit.id)?.value ?? null,
    ),
  }));
  return { indicator, periods, lines, readings };
}
