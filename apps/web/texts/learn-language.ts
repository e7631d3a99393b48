import { speak } from './in-language.js';
import { language } from './language.js';

/**
 * Fetches the texts of the page's language; null where they are there already. To be awaited before any module that
 * reads a catalogue is loaded. Where the texts cannot be had, the page speaks Chinese rather than nothing.
 */
export function learnLanguage(): Promise<void> | null {
  if (language === 'zh-CN') return null;
  return import('./en.js').then(
    ({ english, answerInEnglish, marked }) =>
      speak({ catalogues: english, answers: answerInEnglish, mark: marked }),
    (cause: unknown) => console.error('no texts in English', cause),
  );
}
