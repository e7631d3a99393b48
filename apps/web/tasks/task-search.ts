import { SCHEDULES, TASK_STATES, type TaskSummary } from '#contract';
import { z } from 'zod';

/** The conditions of the list, kept in the address so that a list can be sent to a colleague. */
export const taskSearchSchema = z.object({
  q: z.string().optional().catch(undefined),
  action: z.string().optional().catch(undefined),
  unit: z.string().optional().catch(undefined),
  state: z.enum(TASK_STATES).optional().catch(undefined),
  schedule: z.enum(SCHEDULES).optional().catch(undefined),
  /** Label of the rung reached, or `any`. */
  rung: z.string().optional().catch(undefined),
  needs: z.boolean().optional().catch(undefined),
});
export type TaskSearch = z.infer<typeof taskSearchSchema>;

export const ANY_RUNG = 'any';

/** Words in any order, in title, code, section or lead unit. */
function contains(task: TaskSummary, words: string): boolean {
  const text = [task.code, task.title, task.section ?? '', ...task.leads.map(({ name }) => name)]
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function rungMatches(task: TaskSummary, rung: string): boolean {
  return task.standing !== null && (rung === ANY_RUNG || task.standing.label === rung);
}

/** Whether a task meets every condition but the state, which is counted beside the others. */
export function matchesButState(task: TaskSummary, search: TaskSearch): boolean {
  return (
    (search.q === undefined || contains(task, search.q)) &&
    (search.action === undefined || task.action.code === search.action) &&
    (search.unit === undefined || task.leads.some(({ id }) => id === search.unit)) &&
    (search.schedule === undefined || task.schedule === search.schedule) &&
    (search.rung === undefined || rungMatches(task, search.rung)) &&
    (search.needs !== true || task.needsAssignment)
  );
}

/** The same conditions as the API has them, for a file of what is shown; `rung`: this one or a higher one. */
export function queryOf(
  search: TaskSearch,
  tasks: readonly TaskSummary[],
): Record<string, string | number | boolean | undefined> {
  const { q, unit, state, schedule, rung } = search;
  const action = tasks.find((task) => task.action.code === search.action)?.action.id;
  const reached = tasks.find(({ standing }) => standing?.label === rung)?.standing?.rung;
  return {
    q: q?.trim() === '' ? undefined : q,
    lead: unit,
    action,
    state,
    schedule,
    rung: rung === ANY_RUNG ? 1 : reached,
    needsAssignment: search.needs === true ? true : undefined,
  };
}
