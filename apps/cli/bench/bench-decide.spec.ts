import { describe, expect, test } from '@jest/globals';
import { benchDecide } from './bench-decide.js';
import { firstMonth } from './first-month.js';
import { shippedRules } from './shipped-rules.js';

describe('the figures of deciding', () => {
  test('are of everything, of each kind of subject and of each event, as often as it happened', () => {
    const figures = benchDecide(shippedRules(), 1, 1);
    const events = (depth: number): number =>
      figures
        .filter(({ what }) => what.split(' ').length === depth && (what === 'all') === (depth === 0))
        .reduce((sum, figure) => sum + figure.events, 0);
    const all = figures.find(({ what }) => what === 'all')?.events;
    expect(figures[0]?.what).toBe('all');
    expect([events(1), events(2)]).toEqual([all, all]);
    for (const { bareUs, decideUs, times } of figures) {
      expect(bareUs).toBeGreaterThan(0);
      expect(decideUs).toBeGreaterThan(0);
      expect(times).toBeGreaterThan(0);
    }
  });

  test('rest on a month in which all kinds of subjects live through much', () => {
    const steps = firstMonth(shippedRules());
    const names = new Set(steps.map(({ subject, event }) => `${subject.kind} ${event.type}`));
    for (const name of ['task SIGNED', 'obligation REPORT_RETURNED', 'reportingLine NOTICE_ISSUED'])
      expect([...names]).toContain(name);
    expect(names.size).toBeGreaterThan(25);
  });
});
