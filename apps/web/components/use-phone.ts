import { useSyncExternalStore } from 'react';

/** Whether the window is at most so wide, in letters of the browser's own size: as `postcss.config.mjs` builds the styles. */
const upTo = (letters: number) => {
  const query = `(max-width: ${letters}em)`;
  return {
    is: (): boolean => window.matchMedia(query).matches,
    subscribe: (onChange: () => void): (() => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
  };
};
/** 720 pixels where letters have their usual size: tables become cards and the navigation a drawer (also in `styles/`). */
const phone = upTo(45);
/** 1,248 pixels: beside the navigation there is no room for a table of seven columns. */
const narrow = upTo(78);

/** Whether the page is shown at a telephone's width now. */
export const isPhone = phone.is;

/** Whether the page is shown at a telephone's width. */
export const usePhone = (): boolean => useSyncExternalStore(phone.subscribe, phone.is);

/** Whether the page is too narrow for a table of many columns: a telephone, a small screen, or large letters. */
export const useNarrow = (): boolean => useSyncExternalStore(narrow.subscribe, narrow.is);
