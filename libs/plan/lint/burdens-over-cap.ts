import type { CadencePeriod } from '../cadence.js';
import type { Extraction } from '../extraction.schema.js';
import type { PlanFinding } from './finding.js';

const TIMES_A_YEAR: Readonly<Record<CadencePeriod, number>> = {
  day: 250,
  week: 52,
  'ten-day': 36,
  'half-month': 24,
  month: 12,
  'two-month': 6,
  quarter: 4,
  'half-year': 2,
  year: 1,
};

/** Units that the plan asks for something more than `cap` times a year: its own rhythm once, and that of each task that they lead. */
export function burdensOverCap(plan: Extraction, cap: number): PlanFinding[] {
  const ofPlan = plan.planCadences.reduce((sum, { every }) => sum + TIMES_A_YEAR[every], 0);
  const units = new Map<string, { times: number; span: PlanFinding['span'] }>();
  for (const task of plan.tasks) {
    const times = task.cadences.reduce((sum, { every }) => sum + TIMES_A_YEAR[every], 0);
    for (const unit of task.canonicalLead) {
      const before = units.get(unit);
      units.set(unit, { times: (before?.times ?? ofPlan) + times, span: before?.span ?? task.span });
    }
  }
  return [...units]
    .filter(([, { times }]) => times > cap)
    .map(([unit, { times, span }]) => ({
      code: 'BURDEN_OVER_CAP',
      message: `按本方案“${unit}”全年须报送或参加 ${times} 次，超过上限 ${cap} 次，请合并或减少频次。`,
      task: null,
      span,
    }));
}
