import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type Matrix, multiply, toMatrix } from './page-geometry.js';

/** A straight line of a table: at `at` across, from `from` to `to` along. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
export interface Rulings {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}
type Point = readonly [number, number];

/** Program lines with more strokes are drawings, not tables. */
const MAX_RULINGS = 20_000;
/** Thinner rectangles are lines (Word draws its borders so). */
const THIN = 3;
const SHORTEST = 4;
const FILLS = new Set<number>([OPS.fill, OPS.eoFill]);
const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke]);
const BOTH = new Set<number>([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/** The lines that a page draws, in the space to which `page` leads; none for a page that is a drawing. */
export function pageRulings({ fnArray, argsArray }: Operators, page: Matrix): Rulings {
  const horizontal: Ruling[] = [];
  const vertical: Ruling[] = [];
  const saved: Matrix[] = [];
  let matrix = page;
  for (let i = 0; i < fnArray.length; i += 1) {
    const operator = fnArray[i];
    const args = argsArray[i];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiply(matrix, toMatrix(args as ArrayLike<number>));
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      matrix = multiply(matrix, toMatrix((args as [ArrayLike<number> | null])[0]));
    } else if (operator === OPS.constructPath) {
      for (const path of subpaths(args)) addRulings(path, matrix, horizontal, vertical);
      if (horizontal.length + vertical.length > MAX_RULINGS) return { horizontal: [], vertical: [] };
    }
  }
  return { horizontal, vertical };
}

interface Subpath {
  readonly points: readonly Point[];
  readonly isFilled: boolean;
}

/** Of a path: its straight parts. Its data: 0 x y (begin), 1 x y (line), 2 and 3 (curves), 4 (close). */
function subpaths(args: unknown): Subpath[] {
  const [paint, [data]] = args as [number, [ArrayLike<number> | null | undefined]];
  const isFilled = FILLS.has(paint);
  if ((!isFilled && !STROKES.has(paint) && !BOTH.has(paint)) || !data) return [];
  const found: Point[][] = [];
  let current: Point[] = [];
  for (let i = 0; i < data.length;) {
    const step = data[i];
    if (step === 0 || step === 1) {
      const point: Point = [data[i + 1] ?? 0, data[i + 2] ?? 0];
      if (step === 0) found.push((current = [point]));
      else current.push(point);
      i += 3;
    } else if (step === 4) {
      const [first] = current;
      if (first) current.push(first);
      i += 1;
    } else {
      // A curve: what comes after it is a path of its own.
      found.push((current = []));
      i += step === 2 ? 7 : 5;
    }
  }
  return found.filter(({ length }) => length > 1).map((points) => ({ points, isFilled }));
}

function addRulings(
  { points, isFilled }: Subpath,
  matrix: Matrix,
  horizontal: Ruling[],
  vertical: Ruling[],
): void {
  const places = points.map(([x, y]) => apply(matrix, x, y));
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  const box = {
    left: Math.min(...xs.slice(0, 16)),
    right: Math.max(...xs.slice(0, 16)),
    low: Math.min(...ys.slice(0, 16)),
    high: Math.max(...ys.slice(0, 16)),
  };
  const [width, height] = [box.right - box.left, box.high - box.low];
  if (places.length <= 6 && Math.min(width, height) <= THIN) {
    if (width >= SHORTEST) horizontal.push({ at: (box.low + box.high) / 2, from: box.left, to: box.right });
    else if (height >= SHORTEST)
      vertical.push({ at: (box.left + box.right) / 2, from: box.low, to: box.high });
    return;
  }
  if (isFilled) return;
  places.forEach(([x, y], i) => {
    const next = places[i + 1];
    if (!next) return;
    const [dx, dy] = [Math.abs(next[0] - x), Math.abs(next[1] - y)];
    if (dy < 1 && dx >= SHORTEST)
      horizontal.push({ at: y, from: Math.min(x, next[0]), to: Math.max(x, next[0]) });
    else if (dx < 1 && dy >= SHORTEST)
      vertical.push({ at: x, from: Math.min(y, next[1]), to: Math.max(y, next[1]) });
  });
}
