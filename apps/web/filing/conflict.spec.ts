import { describe, expect, it } from '@jest/globals';
import type { SittingView } from '#contract';
import { clashesOfWindows, clashesWithFiled, decided, merged } from './conflict.js';
import { startOf, touched } from './draft.js';
import { anItem, aReport } from './testing.js';

const base = { a: startOf(anItem('a')), b: startOf(anItem('b')) };
const mine = { ...base, a: touched(base.a, { done: '我写的', progress: 30 }) };

describe('two windows with one draft', () => {
  it('clash only where both have changed the same task since they last agreed', () => {
    const theirs = { ...base, a: touched(base.a, { done: '另写的', progress: 30 }) };
    const [clash] = clashesOfWindows(base, mine, theirs);
    expect(clash).toMatchObject({ obligationId: 'a', fields: ['done'] });
    expect(clashesOfWindows(base, mine, { ...base, b: touched(base.b, { done: '乙' }) })).toEqual([]);
    expect(clashesOfWindows(base, mine, mine)).toEqual([]);
  });

  it('lose nothing of either where they do not', () => {
    const theirs = { ...base, b: touched(base.b, { done: '乙' }) };
    expect(merged(base, mine, theirs)).toEqual({ a: mine.a, b: theirs.b });
  });
});

describe('what I typed beside what another has filed', () => {
  const report = aReport({ progress: 40, done: '同事报的', nextSteps: '' });
  const sitting = {
    items: [anItem('a', { toFile: false, state: 'submitted', report })],
  } as unknown as SittingView;

  it('is told field by field, and kept or left field by field', () => {
    const [clash] = clashesWithFiled(sitting, mine);
    expect(clash?.fields).toEqual(['progress', 'done']);
    if (clash === undefined) throw new Error('no clash');
    expect(decided(clash, {})).toMatchObject({ progress: 30, done: '我写的' });
    expect(decided(clash, { done: 'theirs' })).toMatchObject({ progress: 30, done: '同事报的' });
  });

  it('is no clash where the report waits to be filed again, for then it is the person’s to write', () => {
    const returned = {
      items: [anItem('a', { toFile: true, state: 'returned', report })],
    } as unknown as SittingView;
    expect(clashesWithFiled(returned, mine)).toEqual([]);
  });
});
