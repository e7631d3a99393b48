import type { PlanReview } from '#contract';
import { describe, expect, it } from '@jest/globals';
import { keepNewer } from './keep-newer.js';

const review = (version: number, tasks: Record<string, number>): PlanReview =>
  ({
    version,
    tasks: Object.entries(tasks).map(([id, of], index) => ({ id, version: of, position: index + 1 })),
  }) as unknown as PlanReview;
const versions = ({ tasks }: PlanReview): Record<string, number> =>
  Object.fromEntries(tasks.map(({ id, version }) => [id, version]));

describe('a review that is read again', () => {
  it('takes what others changed, and keeps what this page has changed since', () => {
    const merged = keepNewer(review(3, { a: 5, b: 1 }), review(4, { a: 4, b: 2 }));
    expect(merged.version).toBe(4);
    expect(versions(merged)).toEqual({ a: 5, b: 2 });
  });

  it('has the tasks of the answer, in its order', () => {
    const merged = keepNewer(review(3, { a: 1, b: 9 }), review(4, { c: 1, b: 2 }));
    expect(merged.tasks.map(({ id, position }) => [id, position])).toEqual([
      ['c', 1],
      ['b', 2],
    ]);
  });
});
