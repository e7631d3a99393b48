import { useEffect, useState, type RefCallback } from 'react';
import { flushSync } from 'react-dom';

/** More than any screen holds; each row costs a millisecond or two, and all of them are drawn at each condition. */
const AT_FIRST = 60;
/** So near to the end of what is drawn, more is drawn. */
const AHEAD = '1500px';

/** How far the last list was drawn, and at which address: who comes back to it comes back to the same row. */
let last = { place: '', count: AT_FIRST };

export interface Drawn<T> {
  items: readonly T[];
  /** For an element behind the last row. Coming near to it draws more. */
  end: RefCallback<HTMLElement>;
}

/**
 * Of a long list what has been come to: the first rows, and more the further down one goes. What is drawn stays, so that
 * the page's own scrolling, its search and a reader's keys go on as in any page. Other conditions begin anew; what is
 * printed is drawn whole.
 */
export function useDrawn<T>(list: readonly T[]): Drawn<T> {
  // Conditions are in the address: with another one it is another list, while one that was only read again is the same.
  const place = location.href;
  const [drawn, setDrawn] = useState(last);
  const count = drawn.place === place ? drawn.count : AT_FIRST;
  useEffect(() => {
    const all = (): void => flushSync(() => setDrawn({ place, count: Infinity }));
    window.addEventListener('beforeprint', all);
    return () => window.removeEventListener('beforeprint', all);
  }, [place]);
  const end: RefCallback<HTMLElement> = (element) => {
    if (element === null || count >= list.length) return undefined;
    const near = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return;
        last = { place, count: count + AT_FIRST };
        setDrawn(last);
      },
      { rootMargin: AHEAD },
    );
    near.observe(element);
    return () => near.disconnect();
  };
  return { items: count >= list.length ? list : list.slice(0, count), end };
}
