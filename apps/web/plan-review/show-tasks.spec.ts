import type { DraftTask } from '#contract';
import { describe, expect, it } from '@jest/globals';
import { firstShown, isDoubtful, isShown, nextOf } from './show-tasks.js';

const task = (id: string, state: DraftTask['state'], doubts = 0): DraftTask =>
  ({ id, state, doubts: Array.from({ length: doubts }, () => ({})) }) as unknown as DraftTask;
const TASKS = [
  task('a', 'proposed', 1),
  task('b', 'confirmed', 1),
  task('c', 'proposed'),
  task('d', 'proposed', 2),
];

describe('the list of a review', () => {
  it('calls a task doubtful until a person has confirmed it', () => {
    expect(TASKS.filter(isDoubtful).map(({ id }) => id)).toEqual(['a', 'd']);
    expect(TASKS.filter((each) => isShown(each, 'proposed')).map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  });

  it('starts with the doubtful ones, then with the rest, then with everything', () => {
    expect(firstShown(TASKS)).toBe('doubtful');
    expect(firstShown([task('c', 'proposed')])).toBe('proposed');
    expect(firstShown([task('b', 'confirmed', 1)])).toBe('all');
  });

  it('goes on from the end to the beginning, and stops where there is no other', () => {
    expect(nextOf(TASKS, 'a', isDoubtful)?.id).toBe('d');
    expect(nextOf(TASKS, 'd', isDoubtful)?.id).toBe('a');
    expect(nextOf(TASKS, 'd', isDoubtful, -1)?.id).toBe('a');
    expect(nextOf(TASKS, null, isDoubtful)?.id).toBe('a');
    expect(nextOf([task('a', 'proposed', 1)], 'a', isDoubtful)).toBeNull();
  });
});
