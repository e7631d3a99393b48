import type { Wall } from '#contract';
import { useSyncExternalStore } from 'react';
import { fitTiles } from './fit-tiles.js';

/**
 * All in hundredths of the width, as `wall.css` has them: 70.2 for the rows, less 14 for their heads, 0.6 between, 1 of padding,
 * and two hairlines, which no share of a width knows of. A hair too wide, and a tile of each row goes into one line more than
 * was reckoned with: the last action then stands below the page.
 */
const TILES_WIDE = 54.2;
/** Head, figures, the line at the bottom and what lies between them; paper has neither that line nor a margin. */
const BESIDE_ROWS = { screen: 15.2, paper: 10.2 };
const ROW_GAP = 1;
const LIMITS = { least: 3.6, smallest: 0.34, largest: 4.4 };
/** An A3 page in landscape without its margins. */
const PAGE_ASPECT = 281 / 404;

const subscribe = (tell: () => void): (() => void) => {
  window.addEventListener('resize', tell);
  return () => window.removeEventListener('resize', tell);
};

/** The side of a tile on this screen and on paper, in hundredths of the width. */
export function useTileSide({ actions }: Pick<Wall, 'actions'>): { screen: number; paper: number } {
  const aspect = useSyncExternalStore(subscribe, () => window.innerHeight / window.innerWidth);
  const counts = actions.map(({ tiles }) => tiles.length);
  const sideAt = (height: number): number =>
    fitTiles(counts, { width: TILES_WIDE, height, gap: ROW_GAP }, LIMITS);
  return {
    screen: sideAt(aspect * 100 - BESIDE_ROWS.screen),
    paper: sideAt(PAGE_ASPECT * 100 - BESIDE_ROWS.paper),
  };
}
