import type { DraftTask } from '#contract';
import { describe, expect, it } from '@jest/globals';
import { changedByOthers } from './changed-by-others.js';

const task = (code: string, version: number, by: string | null): DraftTask =>
  ({ id: code, code, version, changedBy: by === null ? null : { id: by, name: by } }) as unknown as DraftTask;

describe('what others do meanwhile', () => {
  it('is told by name, without what I did myself', () => {
    const before = [task('A1-01', 1, null), task('A1-02', 1, null), task('A1-03', 4, 'li')];
    const after = [task('A1-01', 2, 'wang'), task('A1-02', 2, 'me'), task('A1-03', 4, 'li')];
    expect(changedByOthers(before, after, 'me')).toEqual([{ who: 'wang', codes: ['A1-01'] }]);
  });

  it('includes a task that was not there before', () => {
    expect(changedByOthers([], [task('A1-01.2', 1, 'li')], 'me')).toEqual([
      { who: 'li', codes: ['A1-01.2'] },
    ]);
  });
});
