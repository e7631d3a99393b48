import { useSyncExternalStore } from 'react';

/** The head that stays while the page moves (`styles/shell.css`). */
const HEAD_PX = 52;
/** The size of the root's letters that every length is written for, in pixels. */
const USUAL = 16;

/** How much larger than usual everything is drawn: by the root's letters, which styles and the browser's settings decide. */
const screenScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL;

/** Tells when the root's letters change: with the window's width, or because somebody sets others in the browser. */
function onLetters(tell: () => void): () => void {
  const letter = document.createElement('div');
  // By way of its properties: the page's rules allow no attribute of style.
  Object.assign(letter.style, { position: 'absolute', width: '1rem', height: '0', visibility: 'hidden' });
  document.body.append(letter);
  const observer = new ResizeObserver(tell);
  observer.observe(letter);
  return () => {
    observer.disconnect();
    letter.remove();
  };
}

/** For what is not drawn by our own styles: the component library and the charts. 1 on usual screens. */
export const useScreenScale = (): number => useSyncExternalStore(onLetters, screenScale);

/** How high the head of the page is, in pixels: where heads of tables stay below it. */
export const useHeadHeight = (): number => HEAD_PX * useScreenScale();
