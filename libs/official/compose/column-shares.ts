import { TABLE } from '../format/figures.js';
import { pointsOfMm } from '../format/units.js';
import type { Table } from '../model/block.js';
import { plainText } from '../model/inline.js';
import { HELD_IN_CELL } from './held-together.js';
import { widthOf } from './width-of.js';

/** Typefaces that stand in for ours draw figures a little wider. */
const SLACK = 1.08;

/**
 * The widths of a table's columns in points, together `whole`: in the proportion of their shares, but none narrower than the longest
 * date or code in it. What one lacks, the others give by what they can spare; where they cannot, the shares stay as they are.
 */
export function columnPoints(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  size: number,
  whole: number,
): number[] {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const wide = columns.map(({ width }) => (whole * width) / Math.max(shares, 1e-9));
  const least = columns.map((_, at) => {
    const held = Math.max(0, ...rows.map((row) => longestHeld(plainText(row[at] ?? []))));
    return held === 0 ? 0 : held * size * SLACK + 2 * pointsOfMm(TABLE.cellMarginMm);
  });
  const lacks = wide.map((own, at) => Math.max(0, (least[at] ?? 0) - own));
  const spare = wide.map((own, at) => Math.max(0, own - Math.max(least[at] ?? 0, own / 2)));
  const lacking = lacks.reduce((sum, one) => sum + one, 0);
  const spared = spare.reduce((sum, one) => sum + one, 0);
  if (lacking === 0 || spared < lacking) return wide;
  return wide.map((own, at) => own + (lacks[at] ?? 0) - ((spare[at] ?? 0) * lacking) / spared);
}

const longestHeld = (words: string): number =>
  Math.max(0, ...[...words.matchAll(HELD_IN_CELL)].map(([held]) => widthOf(held)));
