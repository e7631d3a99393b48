import { describe, expect, it } from '@jest/globals';
import { startOf, withNoChange } from './draft.js';
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
  it("starts with last period's figures, and without last period's words", () => {
    const entry = startOf(anItem('a', { lastReport: aReport({ progress: 20 }), indicators: [indicator] }));
    expect(entry).toMatchObject({ progress: 20, done: '', nextSteps: '', readings: { '0': 3 } });
  });

  it('starts with what was filed where the report was returned', () => {
    const report = aReport({ progress: 45, done: '已开工', readings: [{ position: 0, value: 5 }] });
    const item = anItem('a', { state: 'returned', report, lastReport: aReport(), indicators: [indicator] });
    expect(startOf(item)).toMatchObject({ progress: 45, done: '已开工', readings: { '0': 5 } });
  });

  it('takes back a changed figure when "no change" is chosen, and keeps the words for a change of mind', () => {
    const item = anItem('a', { lastReport: aReport({ progress: 20 }) });
    const typed = { ...startOf(item), progress: 60, done: '完成主体工程' };
    const same = withNoChange(item, typed, true);
    expect(same).toMatchObject({ noChange: true, progress: 20, done: '完成主体工程' });
    expect(withNoChange(item, same, false)).toMatchObject({ noChange: false, done: '完成主体工程' });
  });
});
