/** The languages that the pages speak. */
export const LANGUAGES = ['zh-CN', 'en-US'] as const;
export type PageLanguage = (typeof LANGUAGES)[number];
/** What each calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<PageLanguage, string>> = {
  'zh-CN': '简体中文',
  'en-US': 'English',
};

const PLACE = 'luoshi/language';

/** The choice kept on this computer. Read without a schema: it is asked for before anything else is loaded. */
function keptChoice(): PageLanguage | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('language' in kept)) return undefined;
    return LANGUAGES.find((each) => each === kept.language);
  } catch {
    return undefined;
  }
}

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
  return keptChoice() ?? firstSpoken(navigator.languages);
}

/** The language of this page from its first to its last moment: a choice takes effect by loading anew. */
export const language: PageLanguage = chosen();

/** Keeps the choice on this computer and begins anew in that language, at the same address. */
export function speak(wanted: PageLanguage): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify({ language: wanted }));
  } catch {
    // Without storage the page goes on speaking what the browser wants.
  }
  window.location.reload();
}
