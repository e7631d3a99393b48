import type { DraftTask, PlanReview } from '#contract';
import { describe, expect, it } from '@jest/globals';
import { withTasks } from './with-tasks.js';

const task = (id: string, position: number, state: DraftTask['state'] = 'proposed'): DraftTask =>
  ({ id, position, state, doubts: [{}] }) as unknown as DraftTask;
const review = { version: 3, tasks: [task('a', 1), task('b', 2)], counts: {} } as unknown as PlanReview;

describe('a review after a change of some tasks', () => {
  it('has them in their places, counted anew', () => {
    const now = withTasks(review, [task('a', 1, 'confirmed')]);
    expect(now.tasks.map(({ id, state }) => `${id} ${state}`)).toEqual(['a confirmed', 'b proposed']);
    expect(now.counts).toEqual({ proposed: 1, confirmed: 1, dropped: 0, doubtful: 1 });
  });

  it('has the parts of a task that was split, in their order', () => {
    const now = withTasks(review, [task('a', 1), task('a2', 1.5)]);
    expect(now.tasks.map(({ id }) => id)).toEqual(['a', 'a2', 'b']);
  });
});
