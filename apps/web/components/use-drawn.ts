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
 * the page's own scrolling, its search and a reader's keys go on as in any page. Another list begins anew; what is
 * printed is drawn whole.
 */
export function useDrawn<T>(list: readonly T[]): Drawn<T> {
  const [drawn, setDrawn] = useState(() => ({
    list,
    count: last.place === location.href ? last.count : AT_FIRST,
  }));
  const count = drawn.list === list ? drawn.count : AT_FIRST;
  useEffect(() => {
    const all = (): void => flushSync(() => setDrawn({ list, count: list.length }));
    window.addEventListener('beforeprint', all);
    return () => window.removeEventListener('beforeprint', all);
  }, [list]);
  const end: RefCallback<HTMLElement> = (element) => {
    if (element === null || count >= list.length) return undefined;
    const near = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return;
        last = { place: location.href, count: count + AT_FIRST };
        setDrawn({ list, count: last.count });
      },
      { rootMargin: AHEAD },
    );
    near.observe(element);
    return () => near.disconnect();
  };
  return { items: count >= list.length ? list : list.slice(0, count), end };
}
