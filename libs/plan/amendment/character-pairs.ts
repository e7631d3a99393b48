/** The pairs of neighbouring characters of a text, sorted, each as often as it occurs. Cheap to compare, blind to order. */
export type CharacterPairs = Uint32Array;

export function characterPairs(text: string): CharacterPairs {
  if (text.length === 0) return new Uint32Array(0);
  if (text.length === 1) return Uint32Array.of(text.charCodeAt(0));
  const pairs = new Uint32Array(text.length - 1);
  for (let i = 0; i < pairs.length; i += 1)
    pairs[i] = ((text.charCodeAt(i) << 16) | text.charCodeAt(i + 1)) >>> 0;
  return pairs.sort();
}

/** How alike two texts are, 0 to 1: the share of pairs that both have (Sørensen and Dice). Two empty ones are the same. */
export function likenessOf(a: CharacterPairs, b: CharacterPairs): number {
  const all = a.length + b.length;
  return all === 0 ? 1 : (2 * inCommon(a, b)) / all;
}

/** No more than this can the likeness of two texts of these lengths be. */
export const likenessAtMost = (a: CharacterPairs, b: CharacterPairs): number =>
  a.length + b.length === 0 ? 1 : (2 * Math.min(a.length, b.length)) / (a.length + b.length);

/** The share of `part` that stands in `whole`, 0 to 1; nothing of an empty one. */
export const shareWithin = (part: CharacterPairs, whole: CharacterPairs): number =>
  part.length === 0 ? 0 : inCommon(part, whole) / part.length;

function inCommon(a: CharacterPairs, b: CharacterPairs): number {
  let common = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    const [left, right] = [a[i] ?? 0, b[k] ?? 0];
    if (left === right) {
      common += 1;
      i += 1;
      k += 1;
    } else if (left < right) i += 1;
    else k += 1;
  }
  return common;
}
