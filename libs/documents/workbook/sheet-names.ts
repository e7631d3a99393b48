const LIMIT = 31;

/** Tab names that every spreadsheet program accepts, all different (case does not count), in the same order. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const plain = name
      .replace(/[[\]:*?/\\'"\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    // Excel keeps "History" for itself.
    const base = plain === '' || plain.toLowerCase() === 'history' ? `表${index + 1}` : plain;
    let candidate = cut(base, LIMIT);
    for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${cut(base, LIMIT - 4)}(${n})`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
