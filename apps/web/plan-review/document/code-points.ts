/** Places in a text, counted in code points by the server and in UTF-16 units by the browser. */
export interface CodePoints {
  toUtf16: (codePoint: number) => number;
  /** Of the code point that begins at or holds the unit. */
  toCodePoint: (utf16: number) => number;
}

/** How many of the ascending `places` are less than `limit`. */
function countBelow(places: readonly number[], limit: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads the text once; only characters that take two units (rare names of people and places) are kept. */
export function codePointsOf(text: string): CodePoints {
  const wide = [...text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }) => index);
  const wideInCodePoints = wide.map((at, before) => at - before);
  return {
    toUtf16: (codePoint) => codePoint + countBelow(wideInCodePoints, codePoint),
    toCodePoint: (utf16) => utf16 - countBelow(wide, utf16),
  };
}
