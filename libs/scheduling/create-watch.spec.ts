import { describe, expect, it } from '@jest/globals';
import type { Engine } from '#engine';
import { createWatch, type Watch, type WakeUps } from './index.js';

const COUNTY = '430811';
const NOW = '2024-12-31T09:30:00.000Z';

/** Two processes on one queue: what one rings for, the other takes at once, if it is not asleep. */
function twoProcesses(sweepOf: (process: number) => Promise<void>): {
  first: Watch;
  rung: number[];
  swept: number[];
} {
  const rung: number[] = [];
  const swept: number[] = [];
  const watches: Watch[] = [];
  const schedule: WakeUps['schedule'] = (jurisdictionId, _, shard = 0) => {
    if (shard > 0) {
      rung.push(shard);
      for (const watch of watches) void watch.lookAfter(jurisdictionId, shard);
    }
    return Promise.resolve();
  };
  for (const process of [1, 2]) {
    const engine = {
      sweep: () => {
        swept.push(process);
        return sweepOf(process);
      },
      nextInstant: () => Promise.resolve(null),
      context: { clock: { now: () => NOW } },
    } as unknown as Engine;
    watches.push(createWatch({ engine: () => engine, wakeUps: { schedule } as WakeUps, helpAfterMs: 10 }));
  }
  const [first] = watches;
  if (first === undefined) throw new Error('none');
  return { first, rung, swept };
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a sweep that takes long', () => {
  it('is shared by another process, and by each once at a time', async () => {
    const { first, rung, swept } = twoProcesses((process) => after(process === 1 ? 60 : 1));
    await first.lookAfter(COUNTY);
    expect(rung[0]).toBe(1);
    expect(swept.filter((process) => process === 1)).toHaveLength(1);
    expect(swept.filter((process) => process === 2).length).toBeGreaterThan(0);
  });

  it('calls for at most seven others, and for nobody once it is over', async () => {
    const { first, rung } = twoProcesses(() => after(60));
    await first.lookAfter(COUNTY, 6);
    await after(80);
    const before = rung.length;
    await after(40);
    expect(rung.length).toBe(before);
    expect(Math.max(...rung)).toBeLessThan(8);
  });

  it('that is short calls for nobody', async () => {
    const { first, rung, swept } = twoProcesses(() => Promise.resolve());
    await first.lookAfter(COUNTY);
    await after(30);
    expect([rung, swept]).toEqual([[], [1]]);
  });
});
