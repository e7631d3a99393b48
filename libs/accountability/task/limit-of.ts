import { addDays, civilDateOf, project, type CivilDate, type Instant } from '#calendar';
import type { Rules } from '../decision.js';
import { offsetFrom } from '../ladder/next-rung.js';
import { importanceOf, type TaskSourceKind } from '../policy/policy.schema.js';

/** Where a task comes from and how much it weighs. */
export interface LimitedTask {
  source: TaskSourceKind;
  importance?: string | undefined;
}

/** The day by which a task is to be done that says none itself: by its importance, else by its source; null: not ruled. */
export function limitOf(
  { source, importance }: LimitedTask,
  { policy, calendar }: Rules,
  at: Instant,
): CivilDate | null {
  const limit = policy.tasks.limits[importanceOf(policy, importance).id] ?? policy.tasks.sources[source];
  if (limit === undefined) return null;
  if ('months' in limit) return addMonths(civilDateOf(at), limit.months);
  if ('days' in limit) return addDays(civilDateOf(at), limit.days);
  const projected = project(offsetFrom(at, limit), [], calendar).at;
  return projected && civilDateOf(projected);
}

/** The same day of a later month; of a shorter one its last. */
function addMonths(on: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const whole = year * 12 + month - 1 + months;
  const first = (count: number): CivilDate =>
    `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  const last = addDays(first(whole + 1), -1);
  const same = addDays(first(whole), day - 1);
  return same < last ? same : last;
}
