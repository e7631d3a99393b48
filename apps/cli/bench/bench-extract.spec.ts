import { describe, expect, test } from '@jest/globals';
import { benchExtract } from './bench-extract.js';

describe('the figures of extraction', () => {
  test('are of the document, of large texts of the size asked for, and of nested brackets', () => {
    const figures = benchExtract('一、任务\n1.清淤。清理河道。（县水利局牵头）', 0.05);
    expect(figures.map(({ text, tasks }) => [text, tasks > 0])).toEqual([
      ['document', true],
      ['document repeated', true],
      ['tasks of one line', true],
      ['nested brackets', expect.any(Boolean)],
    ]);
    expect(figures[2]?.megabytes).toBeCloseTo(0.05, 2);
    for (const { ms, cpuMs, timesSplitting } of figures) {
      expect(ms).toBeGreaterThan(0);
      expect(cpuMs).toBeGreaterThanOrEqual(0);
      expect(timesSplitting).toBeGreaterThanOrEqual(0);
    }
  });
});
