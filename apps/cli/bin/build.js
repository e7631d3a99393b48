#!/usr/bin/env node
import { buildWhatIsStale } from './build-what-is-stale.js';

/** `npm run build`: server and page, whether or not they are stale. */
if (!(await buildWhatIsStale({ page: true, force: true }))) process.exit(1);
