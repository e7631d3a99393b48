import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitTiles } from './fit-tiles.js';

const LIMITS = { least: 3, smallest: 0.3, largest: 5 };

describe('the side of a tile', () => {
  it('is the largest where there is room for everything', () => {
    expect(fitTiles([3, 4], { width: 100, height: 100, gap: 1 }, LIMITS)).toBe(5);
  });

  it('lets eight actions of twenty tasks stand in one line each', () => {
    const side = fitTiles(Array<number>(8).fill(20), { width: 60, height: 40, gap: 0.5 }, LIMITS);
    expect(Math.floor(60 / side)).toBeGreaterThanOrEqual(20);
  });

  it('is never larger than what fits, unless nothing does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 10, max: 90 }),
        (counts, height) => {
          const side = fitTiles(counts, { width: 60, height, gap: 0.5 }, LIMITS);
          const lines = Math.floor(60 / side);
          const needed = counts.reduce((all, n) => all + Math.max(3, Math.ceil(n / lines) * side) + 0.5, 0);
          return side <= LIMITS.smallest + 1e-4 || needed <= height + 1e-6;
        },
      ),
    );
  });
});
