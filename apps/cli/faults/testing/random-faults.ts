import type { Disturbances, Moment } from './live.js';
import { MOMENTS } from './live.js';
import type { Town } from './town.js';

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Kill = (town: Town) => Promise<void>;

/** Each ends something that is at work, and starts it again. */
const KILLS: Readonly<Record<string, Kill>> = {
  worker: async (town) => {
    await town.killWorker(0);
    await town.restartWorker(0);
  },
  'the other worker': async (town) => {
    await town.killWorker(1);
    await town.restartWorker(1);
  },
  API: async (town) => {
    await town.killApi();
    await town.restartApi();
  },
  'worker and API': async (town) => {
    await Promise.all([town.killWorker(0), town.killApi()]);
    await town.restart();
  },
  PostgreSQL: (town) => town.server.restart(),
  Redis: async (town) => {
    await town.redis.stop();
    await town.redis.start();
  },
  connections: async (town) => {
    town.postgres.cut();
    await pause(300);
    town.postgres.resume();
  },
};

export interface RandomLife {
  disturbances: Disturbances;
  /** What is killed when, for whoever wants to see it again. */
  said: string;
  kills: number;
}

/** Kills at every moment of the week but the first, each a little after the clock has come to it. */
export function randomLife(seed: number): RandomLife {
  const chance = chanceOf(seed);
  const among = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T;
  const said: string[] = [];
  const disturbances: Disturbances = {};
  for (const moment of (Object.keys(MOMENTS) as Moment[]).slice(1)) {
    const what = among(Object.keys(KILLS));
    const afterMs = Math.floor(chance() * 150);
    said.push(`${moment}: ${what} after ${afterMs} ms`);
    disturbances[moment] = async (town) => {
      await pause(afterMs);
      await KILLS[what]?.(town);
    };
  }
  return { disturbances, said: said.join('; '), kills: said.length };
}
