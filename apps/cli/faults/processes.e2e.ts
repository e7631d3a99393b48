import { whenAsked } from './testing/when-asked.js';

const WHAT = 'processes that are killed, multiplied and out of step';

await whenAsked(WHAT, ['ci', 'soak'], async () => {
  const [{ liveThrough }, { FAULTS_OF_PROCESSES }] = await Promise.all([
    import('./testing/live-through.js'),
    import('./testing/faults.js'),
  ]);
  return liveThrough(WHAT, FAULTS_OF_PROCESSES);
});
