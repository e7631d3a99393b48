import type { Glyph } from './glyph.js';

export interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}
interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

const ON_CURVE = 1;

/** A path of lines and quadratic curves as an entry of TrueType's `glyf` table: flags, then steps of 16 bits. */
export function encodeOutline(
  path: readonly PathCommand[],
  place: (x: number, y: number) => readonly [number, number],
): Pick<Glyph, 'outline' | 'box' | 'points' | 'contours'> {
  const contours = contoursOf(path, place);
  const points = contours.flat();
  if (points.length === 0) return { outline: new Uint8Array(), box: [0, 0, 0, 0], points: 0, contours: 0 };
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  const length = 10 + contours.length * 2 + 2 + points.length * 5;
  // Entries begin at even offsets, which the short `loca` table counts in.
  const outline = Buffer.alloc(length + (length % 2));
  let at = outline.writeInt16BE(contours.length, 0);
  for (const edge of box) at = outline.writeInt16BE(edge, at);
  let last = -1;
  for (const contour of contours) at = outline.writeUInt16BE((last += contour.length), at);
  at = outline.writeUInt16BE(0, at);
  for (const { on } of points) at = outline.writeUInt8(on ? ON_CURVE : 0, at);
  for (const axis of ['x', 'y'] as const) {
    let from = 0;
    for (const point of points) {
      at = outline.writeInt16BE(point[axis] - from, at);
      from = point[axis];
    }
  }
  return { outline, box, points: points.length, contours: contours.length };
}

function contoursOf(
  path: readonly PathCommand[],
  place: (x: number, y: number) => readonly [number, number],
): Point[][] {
  const contours: Point[][] = [];
  let contour: Point[] = [];
  const add = (x = 0, y = 0, on = true): void => {
    const [px, py] = place(x, y);
    contour.push({ x: Math.round(px), y: Math.round(py), on });
  };
  const finish = (): void => {
    const [first, last] = [contour[0], contour.at(-1)];
    // A contour is closed by itself: its last point must not be its first again.
    if (contour.length > 1 && first && last && last.on && first.x === last.x && first.y === last.y)
      contour.pop();
    if (contour.length > 2) contours.push(contour);
    contour = [];
  };
  for (const { command, args } of path) {
    const [a, b, c, d] = args;
    if (command === 'moveTo') {
      finish();
      add(a, b);
    } else if (command === 'lineTo') add(a, b);
    else if (command === 'quadraticCurveTo') {
      add(a, b, false);
      add(c, d);
    } else if (command === 'closePath') finish();
    else throw new Error(`no TrueType outline: ${command}`);
  }
  finish();
  return contours;
}
