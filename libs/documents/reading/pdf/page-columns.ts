import { gatherLines, type PlacedText, type TextLine } from './to-lines.js';

/** A column has so many lines at least. */
const LEAST_LINES = 6;
/** And so many of its lines reach its edge: in a newspaper column most do, in a list hardly any. */
const FULL_SHARE = 0.6;

/** What one page tells about the next: where the right column of the document begins. */
export interface ColumnMemory {
  gutter: number | undefined;
}

interface Demands {
  readonly lines: number;
  readonly across: number;
  readonly full: number;
}
const OF_A_NEW_GUTTER: Demands = { lines: LEAST_LINES, across: 1 / 3, full: FULL_SHARE };
/** The last page of a document in columns may have a few lines of them only. */
const OF_A_KNOWN_GUTTER: Demands = { lines: 2, across: 2 / 3, full: FULL_SHARE / 2 };

/**
 * Parts a page that is set in two columns: what stands across both first, then the left column, then the right one, and
 * so on from head to foot. A page in one column comes back whole.
 */
export function pageColumns(
  pieces: readonly PlacedText[],
  memory: ColumnMemory = { gutter: undefined },
): (readonly PlacedText[])[] {
  const gutter = findGutter(pieces, memory.gutter);
  if (gutter === undefined) return [pieces];
  memory.gutter = gutter;
  const flows: PlacedText[][] = [];
  let left: PlacedText[] = [];
  let right: PlacedText[] = [];
  const flush = (): void => {
    if (left.length > 0) flows.push(left);
    if (right.length > 0) flows.push(right);
    [left, right] = [[], []];
  };
  for (const line of gatherLines(pieces)) {
    if (line.pieces.some((piece) => piece.x < gutter && piece.x + piece.width > gutter)) {
      flush();
      flows.push([...line.pieces]);
    } else for (const piece of line.pieces) (piece.x < gutter ? left : right).push(piece);
  }
  flush();
  return flows;
}

function findGutter(pieces: readonly PlacedText[], known: number | undefined): number | undefined {
  const lines = gatherLines(pieces);
  const right = Math.max(...pieces.map(({ x, width }) => x + width));
  if (known !== undefined && isNewspaper(lines, known, right, OF_A_KNOWN_GUTTER)) return known;
  if (lines.length < LEAST_LINES) return undefined;
  const start = Math.min(...pieces.map(({ x }) => x));
  const end = Math.max(...pieces.map(({ x, width }) => x + width));
  const middle = (start + end) / 2;
  // The right column begins where most pieces in the middle of the page begin.
  const starts = new Map<number, number>();
  for (const { x } of pieces) {
    if (Math.abs(x - middle) > (end - start) * 0.15) continue;
    const place = Math.round(x / 2);
    starts.set(place, (starts.get(place) ?? 0) + 1);
  }
  const [best] = [...starts].sort(([, a], [, b]) => b - a);
  if (!best || best[1] < LEAST_LINES) return undefined;
  const gutter = best[0] * 2 - 2;
  return isNewspaper(lines, gutter, end, OF_A_NEW_GUTTER) ? gutter : undefined;
}

function isNewspaper(lines: readonly TextLine[], gutter: number, end: number, demands: Demands): boolean {
  const left: number[] = [];
  const right: number[] = [];
  let across = 0;
  const height = Math.max(6, median(lines.map((line) => line.height)));
  for (const { pieces } of lines) {
    if (pieces.some(({ x, width }) => x < gutter && x + width > gutter + 1)) {
      across += 1;
      continue;
    }
    const ends = (isLeft: boolean): number =>
      Math.max(
        ...pieces.filter(({ x }) => x < gutter === isLeft).map(({ x, width }) => x + width),
        -Infinity,
      );
    if (ends(true) > -Infinity) left.push(ends(true));
    if (ends(false) > -Infinity) right.push(ends(false));
  }
  if (left.length < demands.lines || right.length < demands.lines || across > lines.length * demands.across)
    return false;
  const edge = Math.max(...left);
  if (gutter + 2 - edge < height * 0.6) return false;
  const full = (ends: readonly number[], limit: number): number =>
    ends.filter((at) => limit - at < height * 2).length / ends.length;
  return full(left, edge) >= demands.full && full(right, end) >= demands.full;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
