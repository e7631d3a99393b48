import { language } from './language.js';
import { overlaid } from './overlaid.js';

let english: Readonly<Record<string, unknown>> | null = null;
let sayAnswer: ((answer: unknown) => unknown) | null = null;

/**
 * Fetches the texts of the page's language; null where they are there already. To be awaited before any module that
 * reads a catalogue is loaded. Where the texts cannot be had, the page speaks Chinese rather than nothing.
 */
export function learnLanguage(): Promise<void> | null {
  if (language === 'zh-CN') return null;
  return import('./en.js').then(
    (catalogues) => {
      english = catalogues.english;
      sayAnswer = catalogues.inEnglish;
    },
    (cause: unknown) => console.error('no texts in English', cause),
  );
}

/**
 * A catalogue in the language of the page.
 *
 * @param name under which the other languages have it: that of the constant
 * @param chinese what is said where nothing else is, and what the others must have the shape of
 */
export function inLanguage<T>(name: string, chinese: T): T {
  return english === null ? chinese : overlaid(chinese, english[name]);
}

/** An answer of the server with the domain's words (states, roles, periods) in the language of the page. */
export const answerInLanguage = (answer: unknown): unknown =>
  sayAnswer === null ? answer : sayAnswer(answer);
