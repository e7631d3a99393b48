/** What tells two accounts apart: letters and figures, not how they are punctuated or spaced. */
const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.%]/gu, '');

/** How many letters and figures a text has. */
export const lengthOf = (text: string): number => [...normalised(text)].length;

/**
 * How alike two texts are, 0 to 1: Dice over pairs of neighbouring letters, each counted as often as it stands there
 * (so a sentence that is said twice is not the same as said once). 1: the same but for punctuation.
 */
export function textLikeness(a: string, b: string): number {
  const [one, other] = [normalised(a), normalised(b)];
  if (one === other) return one === '' ? 0 : 1;
  const [inOne, inOther] = [pairsOf(one), pairsOf(other)];
  const total = sizeOf(inOne) + sizeOf(inOther);
  if (total === 0) return 0;
  let common = 0;
  for (const [pair, count] of inOne) common += Math.min(count, inOther.get(pair) ?? 0);
  return (2 * common) / total;
}

function pairsOf(text: string): Map<string, number> {
  const letters = [...text];
  const pairs = new Map<string, number>();
  for (let i = 1; i < letters.length; i += 1) {
    const pair = `${letters[i - 1] ?? ''}${letters[i] ?? ''}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const sizeOf = (pairs: Map<string, number>): number =>
  [...pairs.values()].reduce((total, count) => total + count, 0);
