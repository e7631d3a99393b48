import { useSyncExternalStore } from 'react';

/** The size of the root's letters that every length is written for, in pixels. */
const USUAL = 16;

/** How much larger than usual everything is drawn: by the root's letters, which styles and the browser's settings decide. */
const screenScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL;

function onResize(tell: () => void): () => void {
  window.addEventListener('resize', tell);
  return () => window.removeEventListener('resize', tell);
}

/** For what is not drawn by our own styles: the component library and the charts. 1 on usual screens. */
export const useScreenScale = (): number => useSyncExternalStore(onResize, screenScale);
