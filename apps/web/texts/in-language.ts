import { language } from './language.js';
import { overlaid } from './overlaid.js';

// Whoever reads a catalogue waits here, so that constants made of texts are in the right language too. The chunk of the
// other language imports nothing: what it needed from here would wait for it, and it for that.
const english: Readonly<Record<string, unknown>> | null =
  language === 'en-US' ? (await import('./en.js')).english : null;

/**
 * A catalogue in the language of the page.
 *
 * @param name under which the other languages have it: that of the constant
 * @param chinese what is said where nothing else is, and what the others must have the shape of
 */
/* @__NO_SIDE_EFFECTS__ */
export function inLanguage<T>(name: string, chinese: T): T {
  return english === null ? chinese : overlaid(chinese, english[name]);
}
