import type { DraftTask, PlanReview } from '#contract';
import { isDoubtful } from './show-tasks.js';

/** The review with tasks as they are after a change, without asking for all of it again. */
export function withTasks(review: PlanReview, changed: readonly DraftTask[]): PlanReview {
  const now = new Map(changed.map((task) => [task.id, task]));
  const tasks = review.tasks.map((task) => now.get(task.id) ?? task);
  const known = new Set(review.tasks.map(({ id }) => id));
  tasks.push(...changed.filter(({ id }) => !known.has(id)));
  tasks.sort((a, b) => a.position - b.position);
  const count = (state: DraftTask['state']): number => tasks.filter((task) => task.state === state).length;
  return {
    ...review,
    tasks,
    counts: {
      proposed: count('proposed'),
      confirmed: count('confirmed'),
      dropped: count('dropped'),
      doubtful: tasks.filter(isDoubtful).length,
    },
  };
}
