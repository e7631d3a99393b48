import type { ReportingLineView } from '#contract';
import { describe, expect, it } from '@jest/globals';
import { byStanding, lineSearchSchema, linesMatching } from './line-search.js';

const line = (name: string, change: Partial<ReportingLineView> = {}): ReportingLineView =>
  ({
    unit: { id: name, name },
    standing: null,
    missedSittings: 0,
    latestSitting: null,
    taskCount: 1,
    ...change,
  }) as ReportingLineView;
const lines = [
  line('区林业局', { missedSittings: 1 }),
  line('区教育局'),
  line('区水务局', { standing: { rung: 2 } as ReportingLineView['standing'] }),
];
const names = (search: object): string[] =>
  linesMatching(lines, lineSearchSchema.parse(search)).map(({ unit }) => unit.name);

describe('the reporting lines', () => {
  it('are found by words of the unit, by trouble, and by both', () => {
    expect(names({})).toEqual(['区林业局', '区教育局', '区水务局']);
    expect(names({ trouble: true })).toEqual(['区林业局', '区水务局']);
    expect(names({ q: '教育' })).toEqual(['区教育局']);
    expect(names({ q: '教育', trouble: true })).toEqual([]);
  });

  it('take no heed of what an address says wrongly', () => {
    expect(names({ trouble: 'no', colour: 'red' })).toHaveLength(3);
  });

  it('begin with the most serious', () => {
    expect(lines.toSorted(byStanding).map(({ unit }) => unit.name)).toEqual([
      '区水务局',
      '区林业局',
      '区教育局',
    ]);
  });
});
