import { inLanes } from './in-lanes.js';

/** Work of which the second half comes of the first, and is there when a step of that has ended. */
function work(first: number): { step: () => Promise<number>; most: () => number } {
  let ahead = first;
  let later = first;
  let under = 0;
  let most = 0;
  const step = async (): Promise<number> => {
    if (ahead === 0) return 0;
    ahead -= 1;
    under += 1;
    most = Math.max(most, under);
    await new Promise((done) => setImmediate(done));
    under -= 1;
    if (later > 0) {
      later -= 1;
      ahead += 1;
    }
    return 1;
  };
  return { step, most: () => most };
}

describe('steps in lanes', () => {
  it('are done until nothing is left, also what only came of others, several at once', async () => {
    for (const [lanes, first] of [
      [1, 3],
      [2, 1],
      [2, 9],
      [3, 2],
    ] as const) {
      const { step, most } = work(first);
      expect(await inLanes(lanes, step)).toBe(2 * first);
      expect(most()).toBe(Math.min(lanes, first));
    }
  });

  it('end where all find nothing at once', async () => {
    expect(await inLanes(3, () => Promise.resolve(0))).toBe(0);
  });

  it('end with the first error, after what is under way', async () => {
    let ended = 0;
    const step = async (lane: number): Promise<number> => {
      await new Promise((done) => setImmediate(done));
      if (lane === 0) throw new Error('broke');
      await new Promise((done) => setImmediate(done));
      ended += 1;
      return 1;
    };
    await expect(inLanes(2, step)).rejects.toThrow('broke');
    expect(ended).toBe(1);
  });
});
