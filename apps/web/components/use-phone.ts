import { useSyncExternalStore } from 'react';

/** Below this width tables become cards and the navigation a drawer (also in `styles/`). */
const query = '(max-width: 720px)';

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
}

/** Whether the page is shown at a telephone's width. */
export const usePhone = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
