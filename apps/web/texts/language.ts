import { z } from 'zod';
import { keepHere, keptHere } from '../session/kept-here.js';

/** The languages that the pages speak. */
export const LANGUAGES = ['zh-CN', 'en-US'] as const;
export type PageLanguage = (typeof LANGUAGES)[number];
/** What each calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<PageLanguage, string>> = {
  'zh-CN': '简体中文',
  'en-US': 'English',
};

const PLACE = 'luoshi/language';
const choiceSchema = z.object({ language: z.enum(LANGUAGES) });

/**
 * What the first of a browser's languages that the pages speak is; Chinese where there is none.
 *
 * @param wanted tags as `navigator.languages` has them, the dearest first
 */
export function firstSpoken(wanted: readonly string[]): PageLanguage {
  const known = wanted
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((tag) => tag === 'zh' || tag === 'en');
  return known === 'en' ? 'en-US' : 'zh-CN';
}

function chosen(): PageLanguage {
  // The catalogues are read by programs too (tests, the lint of texts), and those read the Chinese ones.
  if (typeof document === 'undefined') return 'zh-CN';
  return keptHere(PLACE, choiceSchema)?.language ?? firstSpoken(navigator.languages);
}

/** The language of this page from its first to its last moment: a choice takes effect by loading anew. */
export const language: PageLanguage = chosen();

/** Keeps the choice on this computer and begins anew in that language, at the same address. */
export function speak(wanted: PageLanguage): void {
  keepHere(PLACE, { language: wanted });
  window.location.reload();
}
