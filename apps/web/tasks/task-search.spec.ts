import type { TaskSummary } from '#contract';
import { describe, expect, it } from '@jest/globals';
import { ANY_RUNG, matchesButState, taskSearchSchema } from './task-search.js';

const task = {
  code: 'A5-10',
  title: '持续推进返乡创业',
  section: '推进链式发展',
  action: { id: 'a5', code: 'A5', name: '主体强身行动' },
  leads: [{ id: 'u1', name: '区农业农村局' }],
  schedule: 'behind',
  standing: { rung: 2, colour: 'yellow', label: '黄牌' },
  needsAssignment: false,
} as TaskSummary;

describe('the conditions of the task list', () => {
  it.each(['返乡', 'a5-10', '农业 创业', '链式'])('find the task by "%s"', (q) => {
    expect(matchesButState(task, { q })).toBe(true);
  });

  it('need every word', () => {
    expect(matchesButState(task, { q: '返乡 教育局' })).toBe(false);
  });

  it('know any rung from a certain one', () => {
    expect(matchesButState(task, { rung: ANY_RUNG })).toBe(true);
    expect(matchesButState(task, { rung: '红牌' })).toBe(false);
    expect(matchesButState({ ...task, standing: null }, { rung: ANY_RUNG })).toBe(false);
  });

  it('all have to be met', () => {
    expect(matchesButState(task, { action: 'A5', unit: 'u1', schedule: 'behind' })).toBe(true);
    expect(matchesButState(task, { action: 'A5', unit: 'u2' })).toBe(false);
    expect(matchesButState(task, { needs: true })).toBe(false);
  });

  it('of a mistyped address are ignored, not fatal', () => {
    expect(taskSearchSchema.parse({ state: 'nonsense', q: '创业' })).toEqual({ state: undefined, q: '创业' });
  });
});
