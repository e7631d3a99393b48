import { common } from './en/common.js';
import { session } from './en/session.js';

/** Every text of the pages in English, by the name of its catalogue. */
export const english = { ...common, ...session };
