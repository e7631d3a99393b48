import fc from 'fast-check';
import { bestPairs, type PossiblePair } from './best-pairs.js';

const worthOf = (pairs: readonly PossiblePair[]): number =>
  Math.round(pairs.reduce((sum, { worth }) => sum + worth, 0) * 1e6) / 1e6;

/** By trying everything. */
function most(possible: readonly PossiblePair[]): number {
  const [first, ...rest] = possible;
  if (!first) return 0;
  const with_ = rest.filter(({ row, column }) => row !== first.row && column !== first.column);
  return Math.round(Math.max(first.worth + most(with_), most(rest)) * 1e6) / 1e6;
}

const possiblePairs = fc.uniqueArray(
  fc.record({
    row: fc.nat(4),
    column: fc.nat(4),
    worth: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
  }),
  { maxLength: 12, selector: ({ row, column }) => `${row}/${column}` },
);

describe('the best pairs', () => {
  it('are worth as much as any that can be had, and use every row and column once at most', () => {
    fc.assert(
      fc.property(possiblePairs, (possible) => {
        const best = bestPairs(possible);
        expect(worthOf(best)).toBe(most(possible));
        expect(new Set(best.map(({ row }) => row)).size).toBe(best.length);
        expect(new Set(best.map(({ column }) => column)).size).toBe(best.length);
      }),
    );
  });

  it('do not depend on the order in which they are given', () => {
    fc.assert(
      fc.property(possiblePairs, (possible) => {
        expect(worthOf(bestPairs([...possible].reverse()))).toBe(worthOf(bestPairs(possible)));
      }),
    );
  });

  it('of a thousand that are all alike are found in order', () => {
    const size = 900;
    const possible = Array.from({ length: size * size }, (_, i) => {
      const [row, column] = [Math.floor(i / size), i % size];
      return { row, column, worth: 1 - Math.abs(row - column) / size };
    });
    expect(bestPairs(possible).every(({ row, column }) => row === column)).toBe(true);
  });
});
