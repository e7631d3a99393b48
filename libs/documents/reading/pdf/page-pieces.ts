import { type Matrix, multiply } from './page-geometry.js';
import { plainCharacters } from './plain-characters.js';
import type { PlacedText } from './to-lines.js';

export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface UprightPage {
  readonly pieces: readonly PlacedText[];
  /** From the page's own space to the one in which its text stands upright, y upwards. */
  readonly matrix: Matrix;
}

/**
 * The pieces of a page's text as they stand when most of it is upright: pages that are turned, and pages on which a
 * table was printed sideways. Slanting text (a watermark) is left out, and what is printed twice for boldness is taken
 * once.
 */
export function uprightPieces(items: readonly TextItem[], page: Matrix): UprightPage {
  const placed = items
    .filter(({ str }) => str.trim() !== '')
    .map((item) => ({ item, at: multiply(page, toSix(item.transform)) }));
  const lengths = new Map<number, number>();
  for (const { item, at } of placed) {
    const turn = quarterTurns(at);
    if (turn !== undefined) lengths.set(turn, (lengths.get(turn) ?? 0) + item.str.length);
  }
  const [most = 0] = [...lengths].sort(([, a], [, b]) => b - a).map(([turn]) => turn);
  const back = TURNS[most] ?? TURNS[0];
  const seen = new Set<string>();
  const pieces = placed.flatMap(({ item, at }): PlacedText[] => {
    if (quarterTurns(at) === undefined) return [];
    const [, , , , x, y] = multiply(back, at);
    const mark = `${Math.round(x / 2)} ${Math.round(y / 2)} ${item.str}`;
    if (seen.has(mark)) return [];
    seen.add(mark);
    return [
      {
        text: plainCharacters(item.str),
        x,
        y,
        width: item.width,
        height: item.height || Math.hypot(at[2], at[3]),
      },
    ];
  });
  return { pieces, matrix: multiply(back, page) };
}

/** By how many quarters to turn back what was turned to the left. */
const TURNS: readonly [Matrix, Matrix, Matrix, Matrix] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
];

function quarterTurns([a, b]: Matrix): number | undefined {
  const turns = Math.atan2(b, a) / (Math.PI / 2);
  const whole = Math.round(turns);
  return Math.abs(turns - whole) < 0.05 ? (whole + 4) % 4 : undefined;
}

function toSix([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix {
  return [a, b, c, d, e, f];
}
