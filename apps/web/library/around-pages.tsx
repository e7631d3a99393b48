import { useMatches } from '@tanstack/react-router';
import { createElement, useState, useSyncExternalStore, type PropsWithChildren } from 'react';
import { libraryThere, whenThere } from './load-library.js';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page needs nothing of the library: it stands before that is loaded. */
    light?: true;
  }
}

/**
 * The library around the pages of the frame from the first that needs it. Then it stays, also around those that do not:
 * what was done on one page is still said on the next.
 */
export function AroundPages({ children }: PropsWithChildren) {
  const needed = useMatches({ select: (matches) => matches.at(-1)?.staticData.light !== true });
  const around = useSyncExternalStore(whenThere, libraryThere);
  const [used, use] = useState(false);
  if (needed && around !== null && !used) use(true);
  return used && around !== null ? createElement(around, null, children) : children;
}
