import type { FilingOutcome, LedgerFiling, LedgerScheduleCode, LedgerTask } from './ten-day-ledger.facts.js';

export interface LedgerFigures {
  tasks: number;
  /** Filings by outcome. */
  filings: Record<FilingOutcome, number>;
  /** Filings that were due: neither pending nor excused. */
  due: number;
  /** Percent of the filings due that came on time, one decimal; null when none was due. */
  onTimeRate: number | null;
  schedule: Record<LedgerScheduleCode, number>;
  /** Tasks by the label of their rung. */
  ladder: Map<string, number>;
}

export function ledgerFigures(tasks: readonly LedgerTask[]): LedgerFigures {
  const filings: LedgerFigures['filings'] = {
    onTime: 0,
    late: 0,
    silent: 0,
    missed: 0,
    pending: 0,
    excused: 0,
  };
  const schedule: LedgerFigures['schedule'] = {
    ahead: 0,
    onTrack: 0,
    behind: 0,
    seriouslyBehind: 0,
    notMeasured: 0,
  };
  const ladder = new Map<string, number>();
  for (const task of tasks) {
    schedule[task.schedule.code]++;
    for (const { outcome } of task.filings) filings[outcome]++;
    if (task.ladder) ladder.set(task.ladder.label, (ladder.get(task.ladder.label) ?? 0) + 1);
  }
  const due = filings.onTime + filings.late + filings.silent + filings.missed;
  const onTimeRate = due === 0 ? null : Math.round((filings.onTime / due) * 1000) / 10;
  return { tasks: tasks.length, filings, due, onTimeRate, schedule, ladder };
}

/** Units with filings of these outcomes, and on how many tasks: the most first, then in order of appearance. */
export function unitsWith(
  tasks: readonly LedgerTask[],
  outcomes: readonly FilingOutcome[],
): Array<[string, number]> {
  const counts = new Map<string, number>();
  const filings: LedgerFiling[] = tasks.flatMap((task) => task.filings);
  for (const { unit, outcome } of filings) {
    if (outcomes.includes(outcome)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
