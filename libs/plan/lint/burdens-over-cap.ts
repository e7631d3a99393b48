import type { Extraction } from '../extraction.schema.js';
import { TIMES_A_MONTH } from './burden.js';
import type { PlanFinding } from './finding.js';

/** How often a unit may be asked for something by a plan: policy of the jurisdiction. Left out: not looked at. */
export interface BurdenCaps {
  readonly timesAYear?: number | undefined;
  readonly timesAMonth?: number | undefined;
}

interface Asked {
  readonly times: number;
  readonly tasks: readonly string[];
  readonly span: PlanFinding['span'];
}

/** Units that the plan asks for something more often than a cap allows: its own rhythm once, and that of each task that they lead. */
export function burdensOverCap(plan: Extraction, caps: BurdenCaps): PlanFinding[] {
  const timesOf = (cadences: Extraction['tasks'][number]['cadences']): number =>
    cadences.reduce((sum, { every }) => sum + TIMES_A_MONTH[every], 0);
  const ofPlan = plan.planCadences.reduce((sum, { every }) => sum + TIMES_A_MONTH[every], 0);
  const units = new Map<string, Asked>();
  for (const task of plan.tasks) {
    const times = timesOf(task.cadences);
    for (const unit of task.canonicalLead) {
      const before = units.get(unit);
      units.set(unit, {
        times: (before?.times ?? ofPlan) + times,
        tasks: times > 0 ? [...(before?.tasks ?? []), task.id] : (before?.tasks ?? []),
        span: before?.span ?? task.span,
      });
    }
  }
  return [...units].flatMap(([unit, asked]) => {
    const over = overCap(asked.times, caps);
    if (over === undefined) return [];
    const from = asked.tasks.length > 0 ? `（任务 ${asked.tasks.slice(0, 6).join('、')}）` : '';
    return [
      {
        code: 'BURDEN_OVER_CAP' as const,
        message: `按本方案“${unit}”${over}${from}，请合并事项或减少频次。`,
        task: null,
        span: asked.span,
      },
    ];
  });
}

function overCap(
  timesAMonth: number,
  { timesAMonth: monthly, timesAYear: yearly }: BurdenCaps,
): string | undefined {
  const month = Math.round(timesAMonth * 10) / 10;
  const year = Math.round(timesAMonth * 12);
  if (monthly !== undefined && month > monthly) return `每月须报送或参加 ${month} 次，超过上限 ${monthly} 次`;
  if (yearly !== undefined && year > yearly) return `全年须报送或参加 ${year} 次，超过上限 ${yearly} 次`;
  return undefined;
}
