import { randomLife } from './testing/random-faults.js';
import { liveThrough } from './testing/live-through.js';

/**
 * Lives in which something is killed at a random moment of each day, 35 times in all: the soak (`npm run soak`). One
 * life is seen again by its seed: `LUOSHI_SEED=4 LUOSHI_LIVES=1 npm run soak -- --part=faults`.
 */
const FIRST = Number(process.env['LUOSHI_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const LIVES = Number(process.env['LUOSHI_LIVES'] ?? 5);

liveThrough(
  'something killed at random every day',
  Array.from({ length: LIVES }, (_, index) => {
    const seed = FIRST + index;
    const { disturbances, said } = randomLife(seed);
    return {
      name: `seed ${seed}: ${said}`,
      options: { workers: 2 },
      disturbances: () => disturbances,
    };
  }),
  ['soak'],
);
