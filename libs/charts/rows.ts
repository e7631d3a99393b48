import { widthOf, wrapped } from './text-width.js';
import type { Drawn } from './setting.js';

/** The highest picture in pixels at the default width: with its caption it fills a page of an official document. */
export const MAX_CHART_HEIGHT = 780;

/** How the rows of a chart stand: names to the left, in up to so many lines, and what is printed to the right. */
export interface Rows {
  /** Each name in its lines, parted by line feeds. */
  readonly names: readonly string[];
  readonly nameWidth: number;
  readonly tailWidth: number;
  readonly pitch: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  readonly lineHeight: number;
}

export interface RowsWanted {
  readonly names: readonly string[];
  /** What stands to the right of each row; none: nothing. */
  readonly tails?: readonly string[];
  /** Room above the rows, for a legend or heads of columns, and below, for an axis. */
  readonly top: number;
  readonly bottom: number;
}

/** Names longer than that are wrapped: 30 characters stand in two lines. */
const LONGEST_LINE = 18;
const WRAPPED_LINE = 16;
const MOST_LINES = 3;
/** Up to so many rows stand apart generously. */
const ROOMY = 12;
const GAP = 8;
/** Where a page has none of our typefaces, another draws figures wider than half a character: what stands at the edge is not cut. */
const FOREIGN = 1.1;

/** Rows as high as their longest name, and no higher than the picture allows as long as their text stays whole. */
export function layRows({ names, tails = [], top, bottom }: RowsWanted, { fontSize, width }: Drawn): Rows {
  const widest = Math.max(4, ...names.map(widthOf));
  const tail = tails.length === 0 ? 0 : Math.max(...tails.map(widthOf)) * fontSize * FOREIGN + GAP;
  // At least two fifths of the picture are for what is drawn.
  const room = Math.max(6, Math.floor((width * 0.6 - tail) / fontSize - 1));
  const perLine = widest <= Math.min(LONGEST_LINE, room) ? widest : Math.min(WRAPPED_LINE, room);
  const lines = names.map((name) => wrapped(name, perLine, MOST_LINES));
  const lineHeight = Math.round(fontSize * 1.2);
  const least = Math.max(1, ...lines.map(({ length }) => length)) * lineHeight + 4;
  const free = (MAX_CHART_HEIGHT - top - bottom) / Math.max(1, names.length);
  const pitch = Math.round(Math.max(least, Math.min(fontSize * (names.length > ROOMY ? 1.7 : 2.3), free)));
  return {
    names: lines.map((one) => one.join('\n')),
    nameWidth: Math.ceil(perLine * fontSize) + GAP,
    tailWidth: Math.ceil(tail),
    pitch,
    top,
    bottom,
    height: top + bottom + pitch * Math.max(1, names.length),
    lineHeight,
  };
}

/** How many rows with such names a picture holds. */
export function rowsOfPicture(wanted: RowsWanted, drawn: Drawn): number {
  const { lineHeight, names } = layRows(wanted, drawn);
  const least = Math.max(1, ...names.map((name) => name.split('\n').length)) * lineHeight + 4;
  return Math.max(1, Math.floor((MAX_CHART_HEIGHT - wanted.top - wanted.bottom) / least));
}
