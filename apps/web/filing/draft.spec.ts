import { describe, expect, it } from '@jest/globals';
import { confirmed, isTheirs, startOf, touched, withNoChange } from './draft.js';
import { anItem, aReport } from './testing.js';

const indicator = {
  position: 0,
  name: '新增返乡创业主体',
  comparator: '>=',
  value: 10,
  upper: null,
  unit: '个',
  per: null,
  target: '不低于 10个',
  lastReading: { value: 3, period: '2024-04-下旬', filedAt: '2024-04-30T08:00:00.000Z' },
};

describe('the form of a task', () => {
  it("starts with last period's figures and words, and says of each that it is last period's", () => {
    const entry = startOf(anItem('a', { lastReport: aReport({ progress: 20 }), indicators: [indicator] }));
    expect(entry).toMatchObject({
      progress: 20,
      done: '完成方案',
      nextSteps: '启动招标',
      readings: { '0': 3 },
    });
    expect(entry.carried).toEqual(['progress', 'done', 'nextSteps', 'readings/0']);
  });

  it('starts empty where nothing was filed before, and carries nothing over', () => {
    expect(startOf(anItem('a'))).toMatchObject({ progress: 0, done: '', carried: [] });
  });

  it('knows a reading that was typed from one that was not', () => {
    const entry = startOf(anItem('a', { lastReport: aReport(), indicators: [indicator] }));
    expect(touched(entry, { readings: { '0': 4 } }).carried).not.toContain('readings/0');
    expect(touched(entry, { readings: { '0': 3 } }).carried).toContain('readings/0');
  });

  it('starts with what was filed where the report was returned', () => {
    const report = aReport({ progress: 45, done: '已开工', readings: [{ position: 0, value: 5 }] });
    const item = anItem('a', { state: 'returned', report, lastReport: aReport(), indicators: [indicator] });
    expect(startOf(item)).toMatchObject({ progress: 45, done: '已开工', readings: { '0': 5 }, carried: [] });
  });

  it('knows what a person has written, changed or confirmed from what was only carried over', () => {
    const item = anItem('a', { lastReport: aReport({ progress: 20 }), indicators: [indicator] });
    const start = startOf(item);
    expect(isTheirs(item, start)).toBe(false);
    for (const theirs of [
      { ...start, progress: 25 },
      { ...start, problems: '用地未批' },
      { ...start, readings: { '0': 4 } },
      touched(start, { done: start.done }),
      confirmed(start),
    ])
      expect(isTheirs(item, theirs)).toBe(true);
    // What was set aside for "no change" is no longer in question.
    expect(isTheirs(item, withNoChange(item, touched(start, { progress: 60 }), true))).toBe(false);
  });

  it('takes back a changed figure when "no change" is chosen, and keeps the words for a change of mind', () => {
    const item = anItem('a', { lastReport: aReport({ progress: 20 }) });
    const typed = { ...startOf(item), progress: 60, done: '完成主体工程' };
    const same = withNoChange(item, typed, true);
    expect(same).toMatchObject({ noChange: true, progress: 20, done: '完成主体工程' });
    expect(withNoChange(item, same, false)).toMatchObject({ noChange: false, done: '完成主体工程' });
  });
});
