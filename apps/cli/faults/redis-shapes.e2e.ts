import { whenAsked } from './testing/when-asked.js';

const WHAT = 'masters of Redis that are killed, in a cluster and behind sentinels';

await whenAsked(WHAT, ['soak'], async () => {
  // One after the other: Jest's loader loses its way among modules that two imports share.
  const { liveThrough } = await import('./testing/live-through.js');
  const { FAULTS_OF_REDIS_SHAPES } = await import('./testing/faults.js');
  return liveThrough(WHAT, FAULTS_OF_REDIS_SHAPES);
});
