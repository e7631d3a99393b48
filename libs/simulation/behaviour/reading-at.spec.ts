import fc from 'fast-check';
import { readingAt, type IndicatorTarget } from './reading-at.js';

const indicator = (target: number, unit: string, comparator = '>='): IndicatorTarget => ({
  taskId: 'a',
  position: 0,
  comparator,
  target,
  unit,
});

describe('A reading of a lived scenario', () => {
  it('counts things up from nothing, in whole ones where the target is whole', () => {
    expect([0, 40, 99, 100].map((progress) => readingAt(indicator(13, '个'), progress))).toEqual([
      0, 5, 12, 13,
    ]);
    expect(readingAt(indicator(1.2, '亿元'), 50)).toBe(0.6);
  });

  it('has rates and amounts a head near their target from the start, on its wrong side', () => {
    expect([0, 50, 100].map((progress) => readingAt(indicator(90, '%'), progress))).toEqual([72, 81, 90]);
    expect([0, 50, 100].map((progress) => readingAt(indicator(4, '%', '<='), progress))).toEqual([
      4.8, 4.4, 4,
    ]);
    expect(readingAt(indicator(700, '元/月/人'), 0)).toBe(560);
  });

  it('is the target when everything is done, and never moves away from it before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom('个', '%', '元/月/人', '万人'),
        fc.constantFrom('>=', '<=', '='),
        fc.integer({ min: 0, max: 99 }),
        (target, unit, comparator, progress) => {
          const one = indicator(target, unit, comparator);
          expect(readingAt(one, 100)).toBe(target);
          const before = Math.abs(target - readingAt(one, progress));
          expect(Math.abs(target - readingAt(one, progress + 1))).toBeLessThanOrEqual(before);
        },
      ),
    );
  });
});
