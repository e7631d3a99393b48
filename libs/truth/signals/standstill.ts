import type { SignalRules } from '#accountability';
import { figure, ramp, rounded } from '../ramp.js';
import type { CaseReport, KnownIndicator, Signal, TruthCase } from '../truth-case.js';
import { lastOf } from './last-of.js';

/** The progress rises while an indicator’s reading stands still; of several, the one over which it rose furthest. */
export function indicatorStill({ reports, indicators }: TruthCase, rules: SignalRules): Signal | null {
  const still = indicators
    .flatMap((indicator) => stillOf(indicator, reports))
    .sort((a, b) => b.rise - a.rise);
  const [widest] = still;
  if (!widest) return null;
  const { indicator, value, since, rise, times } = widest;
  const last = lastOf(reports);
  return {
    name: 'indicatorStill',
    score: ramp(rise, rules.still),
    says: `指标“${indicator.name}”连续${times}次读数均为${figure(value)}${indicator.unit}，同期自报进度由${figure(since.progress)}%升至${figure(last.progress)}%。`,
    evidence: [
      { kind: 'report', id: since.id },
      { kind: 'report', id: last.id },
    ],
  };
}

interface Still {
  indicator: KnownIndicator;
  value: number;
  /** The report with which the standstill began. */
  since: CaseReport;
  rise: number;
  times: number;
}

/** Since when the reports have given the same reading of an indicator; a figure that is kept stands still by nature. */
function stillOf(indicator: KnownIndicator, reports: readonly CaseReport[]): Still[] {
  if (['<=', '<', 'range', '='].includes(indicator.comparator)) return [];
  const read = reports.flatMap((report) => {
    const reading = report.readings.find(({ position }) => position === indicator.position);
    return reading ? [{ report, value: reading.value }] : [];
  });
  const latest = read.at(-1);
  const end = reports.at(-1);
  if (!latest || !end || latest.value >= indicator.target) return [];
  let first = read.length - 1;
  while (first > 0 && read[first - 1]?.value === latest.value) first -= 1;
  const since = read[first]?.report;
  const times = read.length - first;
  if (!since || times < 2) return [];
  return [{ indicator, value: latest.value, since, rise: end.progress - since.progress, times }];
}

/** “No change”, period after period: one of them is honest, a row of them is worth a look. */
export function noChangeRun({ reports }: TruthCase, rules: SignalRules): Signal | null {
  const last = lastOf(reports);
  const moved = reports.findLastIndex(({ noChange }) => !noChange);
  const run = reports.slice(moved + 1);
  return {
    name: 'noChangeRun',
    score: rounded((run.length - 1) / (rules.noChangeRun - 1)),
    says:
      run.length === 0
        ? '本期有变化。'
        : `连续${run.length}期报“无变化”，进度停在${figure(last.progress)}%。`,
    evidence: (run.length === 0 ? [last] : run).map(({ id }) => ({ kind: 'report' as const, id })),
  };
}
