import { describe, expect, test } from '@jest/globals';
import { benchClose } from './bench-close.js';
import { shippedRules } from './shipped-rules.js';

describe('the figures of a period’s close', () => {
  test('are of all obligations, which are few cases, and both ways come to the same', () => {
    const figure = benchClose(shippedRules(), 12_000);
    expect(figure).toMatchObject({ subjects: 12_000, alone: 0, different: 0 });
    expect(figure.cases).toBeLessThan(20);
    expect(Object.values(figure.outcomes).reduce((sum, count) => sum + count, 0)).toBe(12_000);
    expect(figure.outcomes['missed']).toBeGreaterThan(5_000);
    expect(figure.outcomes['refused']).toBeGreaterThan(3_000);
    for (const speed of [figure.perSecond, figure.perCpuSecond, figure.slowPerSecond, figure.timesFaster])
      expect(speed).toBeGreaterThan(0);
  });
});
