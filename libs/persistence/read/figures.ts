import type { Transaction } from '../transaction.js';
import { TASK_JOINS } from './task-columns.js';
import { STANDING_TODAY, withNamed, type TodayValues } from './today.js';

/** One cell of the cube that all figures of a plan are summed from. */
export interface FigureRow {
  action_id: string;
  state: string;
  schedule: 'onTrack' | 'behind' | 'seriouslyBehind';
  /** `none` where no rung, or one without a colour, was reached. */
  colour: string;
  needs_assignment: boolean;
  tasks: number;
  progress_sum: number;
  expected_sum: number;
}

/** How many tasks of a plan are where, by action, state, colour, and schedule of today. */
export function countTasks(tx: Transaction, planId: string, today: TodayValues): Promise<FigureRow[]> {
  const { sql, params } = withNamed(
    `select t.action_id, t.state, today.today_schedule as schedule, coalesce(standing.colour, 'none') as colour, t.needs_assignment,
       count(*)::int as tasks, sum(t.progress) as progress_sum, sum(today.today_expected) as expected_sum
     from task t cross join lateral ${STANDING_TODAY} today ${TASK_JOINS}
     where t.jurisdiction_id = $1 and t.plan_id = $2
     group by t.action_id, t.state, today.today_schedule, coalesce(standing.colour, 'none'), t.needs_assignment`,
    { ...today },
    [tx.scope.jurisdictionId, planId],
  );
  return tx.query<FigureRow>(sql, params);
}
