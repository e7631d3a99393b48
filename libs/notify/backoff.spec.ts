import fc from 'fast-check';
import { backoffAfter, DEFAULT_BACKOFF } from './index.js';

describe('the pause after a failed attempt', () => {
  it('grows to an hour and ends with the last attempt', () => {
    fc.assert(
      fc.property(fc.uuid(), (key) => {
        const pauses = Array.from({ length: 12 }, (_, i) => backoffAfter(DEFAULT_BACKOFF, i + 1, key));
        expect(pauses.at(-1)).toBeNull();
        pauses.slice(0, -1).forEach((pause, i) => {
          const step = Math.min(3_600_000, 30_000 * 2 ** i);
          expect(pause).toBeGreaterThanOrEqual(step / 2);
          expect(pause).toBeLessThanOrEqual(step);
        });
      }),
    );
  });

  it('is the same for the same letter and attempt, and differs between letters', () => {
    expect(backoffAfter(DEFAULT_BACKOFF, 1, 'a')).toBe(backoffAfter(DEFAULT_BACKOFF, 1, 'a'));
    const pauses = Array.from({ length: 50 }, (_, i) => backoffAfter(DEFAULT_BACKOFF, 1, String(i)));
    expect(new Set(pauses).size).toBeGreaterThan(45);
  });
});
