import { whenAsked } from './testing/when-asked.js';

const WHAT = 'servers and networks that fail';

await whenAsked(WHAT, ['ci', 'soak'], async () => {
  // One after the other: Jest's loader loses its way among modules that two imports share.
  const { liveThrough } = await import('./testing/live-through.js');
  const { FAULTS_OF_SERVERS, ofThisRun } = await import('./testing/faults.js');
  return liveThrough(WHAT, ofThisRun(FAULTS_OF_SERVERS));
});
