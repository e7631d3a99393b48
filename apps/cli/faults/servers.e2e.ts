import { whenAsked } from './testing/when-asked.js';

const WHAT = 'servers and networks that fail';

await whenAsked(WHAT, ['ci', 'soak'], async () => {
  const [{ liveThrough }, { FAULTS_OF_SERVERS }] = await Promise.all([
    import('./testing/live-through.js'),
    import('./testing/faults.js'),
  ]);
  return liveThrough(WHAT, FAULTS_OF_SERVERS);
});
