/**
 * Lets a worker thread be started from the TypeScript sources (tests): `.js` imports of ours lead to their `.ts`, and
 * `#lib` to the lib's door. The built product does not come here.
 */
import { register } from 'node:module';

register(new URL('./from-source-hooks.js', import.meta.url));
