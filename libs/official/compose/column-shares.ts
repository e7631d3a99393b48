import { TABLE } from '../format/figures.js';
import { pointsOfMm } from '../format/units.js';
import type { Table } from '../model/block.js';
import { plainText } from '../model/inline.js';
import { HELD_IN_CELL } from './held-together.js';
import { widthOf } from './width-of.js';

/** In office programs without our typefaces figures are a quarter wider, and stand apart from characters. */
export const OTHER_TYPEFACES = 1.3;

/**
 * The widths of a table's columns in points, together `whole`: in the proportion of their shares, but none narrower than the longest
 * date or code in it, of type that is so many times as wide as ours. What one lacks, the widest give, at most half of their own; where
 * that is not enough, the shares stay as they are.
 */
export function columnPoints(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  size: number,
  whole: number,
  widerBy = 1,
): number[] {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const wide = columns.map(({ width }) => (whole * width) / Math.max(shares, 1e-9));
  const least = columns.map((_, at) => {
    const held = Math.max(0, ...rows.map((row) => longestHeld(plainText(row[at] ?? []))));
    return held === 0 ? 0 : held * size * widerBy + 2 * pointsOfMm(TABLE.cellMarginMm);
  });
  const given = wide.map((own, at) => Math.max(own, least[at] ?? 0));
  let lacking = given.reduce((sum, own) => sum + own, 0) - whole;
  const byWidth = wide.map((own, at) => ({ own, at })).sort((a, b) => b.own - a.own);
  for (const { own, at } of byWidth) {
    const spare = Math.max(0, own - Math.max(least[at] ?? 0, own / 2));
    const gives = Math.min(spare, Math.max(0, lacking));
    given[at] = (given[at] ?? 0) - gives;
    lacking -= gives;
  }
  return lacking > 1e-6 ? wide : given;
}

const longestHeld = (words: string): number =>
  Math.max(0, ...[...words.matchAll(HELD_IN_CELL)].map(([held]) => widthOf(held)));
