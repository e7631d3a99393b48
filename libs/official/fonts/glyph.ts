/** A character's drawing, on a square of 1,000 units, ready to stand in a TrueType font. */
export interface Glyph {
  readonly codePoint: number;
  /** Units: 1,000 for Chinese characters, 500 for figures and letters. */
  readonly advance: number;
  /** Its `glyf` entry; empty for a space. */
  readonly outline: Uint8Array;
  readonly box: readonly [xMin: number, yMin: number, xMax: number, yMax: number];
  readonly points: number;
  readonly contours: number;
}

export const UNITS_PER_EM = 1_000;
