import { whenAsked } from './testing/when-asked.js';

/**
 * Lives in which something is killed at a random moment of each day, 35 times in all: the soak (`npm run soak`). One
 * life is seen again by its seed: `LUOSHI_SEED=4 LUOSHI_LIVES=1 npm run soak -- --part=faults`.
 */
const FIRST = Number(process.env['LUOSHI_SEED'] ?? Math.floor(Math.random() * 1_000_000));
const LIVES = Number(process.env['LUOSHI_LIVES'] ?? 5);
const WHAT = 'something killed at random every day';

await whenAsked(WHAT, ['soak'], async () => {
  // One after the other: Jest's loader loses its way among modules that two imports share.
  const { liveThrough } = await import('./testing/live-through.js');
  const { randomLife } = await import('./testing/random-faults.js');
  const lives = Array.from({ length: LIVES }, (_, index) => {
    const { disturbances, said } = randomLife(FIRST + index);
    return {
      name: `seed ${FIRST + index}: ${said}`,
      options: { workers: 2 },
      disturbances: () => disturbances,
    };
  });
  return liveThrough(WHAT, lives);
});
