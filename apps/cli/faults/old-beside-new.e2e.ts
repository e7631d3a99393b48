import { whenAsked } from './testing/when-asked.js';

await whenAsked('the previous release beside this one', ['ci', 'soak'], async () =>
  (await import('./testing/old-beside-new.js')).oldBesideNew(),
);
