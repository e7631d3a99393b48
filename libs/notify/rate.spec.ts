import fc from 'fast-check';
import { freeAt } from './index.js';

const LIMITS = [
  { sends: 100, withinMs: 60_000 },
  { sends: 5, withinMs: 1_000 },
];

describe('the moment of the next send', () => {
  it('is now while no limit is reached', () => {
    expect(freeAt(LIMITS, [10, 20, 30, 40], 50)).toBe(50);
  });

  it('is when the oldest send of a full window leaves it', () => {
    expect(freeAt(LIMITS, [10, 20, 30, 40, 45], 50)).toBe(1_010);
  });

  it('keeps every limit, and the last moment before it would not, whatever was sent before', () => {
    const sends = fc.array(fc.nat({ max: 120_000 }), { maxLength: 300 });
    fc.assert(
      fc.property(sends, fc.integer({ min: 120_000, max: 200_000 }), (before, now) => {
        const free = freeAt(LIMITS, before, now);
        const fits = (at: number): boolean =>
          LIMITS.every(
            ({ sends: most, withinMs }) => before.filter((one) => one > at - withinMs).length < most,
          );
        expect(free).toBeGreaterThanOrEqual(now);
        expect(fits(free)).toBe(true);
        if (free > now) expect(fits(free - 1)).toBe(false);
      }),
    );
  });
});
