import { whenAsked } from './testing/when-asked.js';

const WHAT = 'processes that are killed, multiplied and out of step';

await whenAsked(WHAT, ['ci', 'soak'], async () => {
  // One after the other: Jest's loader loses its way among modules that two imports share.
  const { liveThrough } = await import('./testing/live-through.js');
  const { FAULTS_OF_PROCESSES, ofThisRun } = await import('./testing/faults.js');
  return liveThrough(WHAT, ofThisRun(FAULTS_OF_PROCESSES));
});
