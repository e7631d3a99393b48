import type { SignalRules } from '#accountability';
import { labelOfPeriod } from '#calendar';
import { figure, ramp, rounded } from '../ramp.js';
import type { CaseReport, Signal, TruthCase } from '../truth-case.js';
import { lastOf } from './last-of.js';

const HOUR = 3_600_000;

/** A leap, filed when the time was all but over (or over). */
export function jumpBeforeDue({ reports }: TruthCase, rules: SignalRules): Signal | null {
  const [before, last] = reports.slice(-2);
  if (!before || !last) return null;
  const jump = last.progress - before.progress;
  const hours = (Date.parse(last.dueAt) - Date.parse(last.filedAt)) / HOUR;
  const when = hours < 0 ? `截止后${figure(-hours)}小时` : `截止前${figure(hours)}小时`;
  return {
    name: 'jumpBeforeDue',
    score: hours > rules.lastHours ? 0 : ramp(jump, rules.jump),
    says: `${labelOfPeriod(last.period)}在${when}填报，进度较上期${jump > 0 ? `跃升${figure(jump)}个百分点` : '没有上升'}（${figure(before.progress)}%→${figure(last.progress)}%）。`,
    evidence: [
      { kind: 'report', id: last.id },
      { kind: 'report', id: before.id },
    ],
  };
}

/** What is reported is what was expected, to the point, again and again. */
export function exactlyExpected({ reports }: TruthCase, rules: SignalRules): Signal | null {
  const last = lastOf(reports);
  if (last.expected === null) return null;
  const run: CaseReport[] = [];
  for (const report of [...reports].reverse()) {
    if (!isExact(report, rules)) break;
    run.push(report);
  }
  return {
    name: 'exactlyExpected',
    // Once is chance.
    score: rounded((run.length - 1) / (rules.exactRun - 1)),
    says: `连续${run.length}期所报进度恰与序时进度相同（最近一期所报${figure(last.progress)}%，序时${figure(last.expected)}%）。`,
    evidence: (run.length === 0 ? [last] : run).map(({ id }) => ({ kind: 'report' as const, id })),
  };
}

/** Nothing and everything are reached in truth too. */
const isExact = ({ progress, expected, noChange }: CaseReport, { exactWithin }: SignalRules): boolean =>
  expected !== null &&
  !noChange &&
  progress > 0 &&
  progress < 100 &&
  Math.abs(progress - expected) <= exactWithin;
