/** A sentence of the system with its parts, and how it is said in English. */
export type Pattern = readonly [RegExp, (...parts: string[]) => string];

/** The sentence in English; null where none of them fits. */
export function sayBy(patterns: readonly Pattern[], sentence: string): string | null {
  for (const [pattern, say] of patterns) {
    const found = pattern.exec(sentence);
    if (found !== null) return say(...found.slice(1).map((part) => part ?? ''));
  }
  return null;
}

export const counted = (n: string, one: string, many = `${one}s`): string =>
  `${n} ${Number(n) === 1 ? one : many}`;
