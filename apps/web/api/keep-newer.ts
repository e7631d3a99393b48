import type { PlanReview } from '#contract';

/**
 * What was read of a review, without losing what is known to be newer: an answer may have left the server before
 * a change that this page has made since.
 */
export function keepNewer(known: PlanReview | undefined, read: PlanReview): PlanReview {
  if (known === undefined || known === read) return read;
  const versions = new Map(known.tasks.map((task) => [task.id, task]));
  const tasks = read.tasks.map((task) => {
    const other = versions.get(task.id);
    return other !== undefined && other.version > task.version ? { ...other, position: task.position } : task;
  });
  return { ...read, tasks };
}
