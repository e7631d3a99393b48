import fc from 'fast-check';
import { TRUTH_SIGNALS, type DrawRules, type TruthSignal } from '#accountability';
import { RULES } from '../testing/cases.js';
import { bestLot, drawOrder } from './draw-order.js';
import { draw } from './draw.js';
import { drawnByLot, lotsOf } from './lots-of.js';

const rules = RULES.draw;
const SEED = 'a'.repeat(64);
const candidate = (key: string, lots: number, signals: { name: TruthSignal; score: number }[] = []) => ({
  key,
  lots,
  signals,
});

const score = fc.integer({ min: 0, max: 1000 }).map((thousandth) => thousandth / 1000);
const scores = fc.record(Object.fromEntries(TRUTH_SIGNALS.map((name) => [name, score])));

describe('the lots of an account', () => {
  it('are everybody’s where nothing speaks against it, and never more than the ceiling', () => {
    expect(lotsOf([], rules)).toBe(10);
    expect(lotsOf([{ name: 'indicatorGap', score: 0.5 }], rules)).toBe(20);
    expect(
      lotsOf(
        TRUTH_SIGNALS.map((name) => ({ name, score: 1 })),
        rules,
      ),
    ).toBe(60);
  });

  it('never fall where a signal grows, and stay between floor and ceiling', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(...TRUTH_SIGNALS), score, (given, name, other) => {
        const listed = (of: Record<string, number>) =>
          TRUTH_SIGNALS.map((signal) => ({ name: signal, score: of[signal] ?? 0 }));
        const before = lotsOf(listed(given), rules);
        const after = lotsOf(listed({ ...given, [name]: Math.max(given[name] ?? 0, other) }), rules);
        expect(after).toBeGreaterThanOrEqual(before);
        for (const lots of [before, after]) {
          expect(lots).toBeGreaterThanOrEqual(rules.fewestLots);
          expect(lots).toBeLessThanOrEqual(rules.mostLots);
        }
      }),
    );
  });
});

describe('the draw', () => {
  const population = fc.uniqueArray(
    fc.tuple(fc.stringMatching(/^[A-Z]\d{1,3}\/[a-z]{1,6}$/u), fc.integer({ min: 1, max: 60 })),
    { selector: ([key]) => key, minLength: 2, maxLength: 25 },
  );

  it('is the same whenever it is repeated, in whatever order the population is given', () => {
    fc.assert(
      fc.property(population, fc.integer(), fc.integer({ min: 1, max: 30 }), (all, turn, count) => {
        const given = all.map(([key, lots]) => candidate(key, lots));
        const by = Math.abs(turn) % given.length;
        const turned = [...given.slice(by), ...given.slice(0, by)].reverse();
        expect(draw(SEED, turned, rules, count)).toEqual(draw(SEED, given, rules, count));
      }),
    );
  });

  it('draws each once, by the smallest number, never more than the share that the rules allow', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 1, max: 30 }), (all, count) => {
        const given = all.map(([key, lots]) => candidate(key, lots));
        const drawn = draw(SEED, given, rules, count);
        expect(drawn).toHaveLength(Math.min(count, Math.floor(given.length / 2)));
        expect(new Set(drawn.map(({ key }) => key)).size).toBe(drawn.length);
        expect(drawn.map(({ number }) => number)).toEqual(drawn.map(({ number }) => number).sort());
      }),
    );
  });

  it('gives nobody a worse place for having more lots under the same seed', () => {
    fc.assert(
      fc.property(population, fc.nat(), fc.integer({ min: 0, max: 40 }), (all, which, more) => {
        const given = all.map(([key, lots]) => candidate(key, lots));
        const chosen = given[which % given.length]?.key;
        const placeIn = (of: typeof given): number =>
          drawOrder(SEED, of).findIndex(({ key }) => key === chosen);
        const raised = given.map((one) => (one.key === chosen ? { ...one, lots: one.lots + more } : one));
        expect(placeIn(raised)).toBeLessThanOrEqual(placeIn(given));
      }),
    );
  });

  it('draws nobody for certain by the size of the draw, and somebody for certain only where a rule says so', () => {
    expect(drawnByLot({ count: 50, population: 3, shareAtMost: 0.5 })).toBe(1);
    const ruled: Pick<DrawRules, 'shareAtMost' | 'certain'> = {
      shareAtMost: 0.5,
      certain: [{ signal: 'earlierFinding', from: 0.9 }],
    };
    const given = ['a', 'b', 'c', 'd'].map((key) => candidate(key, 10));
    const untrue = candidate('z', 25, [{ name: 'earlierFinding', score: 1 }]);
    const drawn = draw(SEED, [...given, untrue], ruled, 2);
    expect(drawn.map(({ because }) => because)).toEqual(['rule', 'lot', 'lot']);
    expect(drawn[0]?.key).toBe('z');
    expect(draw(SEED, [...given, untrue], rules, 2).every(({ because }) => because === 'lot')).toBe(true);
  });

  it('takes the smallest of somebody’s lots', () => {
    const { lot, number } = bestLot(SEED, 'A1-01/education', 40);
    const alone = [...Array(40).keys()].map((n) => bestLot(SEED, `A1-01/education`, n + 1).number);
    expect(number).toBe([...alone].sort()[0]);
    expect(alone[lot - 1]).toBe(number);
  });
});

/** Exactly: the chance of each to be among the first two, drawn by weight without replacement. */
function amongFirstTwo(lots: readonly number[]): number[] {
  const total = lots.reduce((sum, one) => sum + one, 0);
  return lots.map((mine, me) =>
    lots.reduce(
      (chance, theirs, i) => (i === me ? chance : chance + (theirs / total) * (mine / (total - theirs))),
      mine / total,
    ),
  );
}

describe('over many seeds', () => {
  const LOTS = [10, 10, 20, 35, 60];
  const SEEDS = 6000;
  const given = LOTS.map((lots, i) => candidate(`task-${i}`, lots));
  const first = LOTS.map(() => 0);
  const inTwo = LOTS.map(() => 0);
  for (let n = 0; n < SEEDS; n += 1) {
    const order = drawOrder(`seed ${n}`, given).map(({ key }) => Number(key.slice('task-'.length)));
    order.slice(0, 2).forEach((who, place) => {
      if (place === 0) first[who] = (first[who] ?? 0) + 1;
      inTwo[who] = (inTwo[who] ?? 0) + 1;
    });
  }
  const total = LOTS.reduce((sum, lots) => sum + lots, 0);

  it('each comes first as often as its lots say (chi-square, 4 degrees of freedom)', () => {
    const chiSquare = LOTS.reduce((sum, lots, i) => {
      const due = (SEEDS * lots) / total;
      return sum + ((first[i] ?? 0) - due) ** 2 / due;
    }, 0);
    // 18.47: what chance alone exceeds once in a thousand times. The seeds are fixed, so this never changes.
    expect(chiSquare).toBeLessThan(18.47);
  });

  it('each is among the first two as often as drawing by weight without putting back gives', () => {
    amongFirstTwo(LOTS).forEach((chance, i) => {
      const spread = Math.sqrt(SEEDS * chance * (1 - chance));
      expect(Math.abs((inTwo[i] ?? 0) - SEEDS * chance)).toBeLessThan(3.5 * spread);
    });
  });
});
