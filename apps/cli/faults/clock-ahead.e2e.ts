import { whenAsked } from './testing/when-asked.js';

await whenAsked('a machine whose clock is ahead', ['ci', 'soak'], async () =>
  (await import('./testing/clock-ahead.js')).clockAhead(),
);
