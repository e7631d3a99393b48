export interface Part {
  text: string;
  kind: 'same' | 'removed' | 'added';
}

/** Clauses: a text is compared by what stands between two marks, which is how it is revised. */
const clausesOf = (text: string): string[] =>
  text.match(/[^，。；、：,;:\n]+[，。；、：,;:\n]*|[，。；、：,;:\n]+/gu) ?? [];
/** Beyond this the table would be large; then the middle is shown as replaced as a whole. */
const MOST_CELLS = 250_000;

const push = (parts: Part[], kind: Part['kind'], text: string): void => {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
};

/** Length of the longest common part of the rest, for every pair of places. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] =
        a[i] === b[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

/** What became of a text: the parts that stayed, those that went, those that came, in reading order. */
export function compareWords(before: string, after: string): Part[] {
  const a = clausesOf(before);
  const b = clausesOf(after);
  const parts: Part[] = [];
  if (a.length * b.length > MOST_CELLS) {
    push(parts, 'removed', before);
    push(parts, 'added', after);
    return parts;
  }
  const table = commonLengths(a, b);
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(parts, 'same', a[i] ?? '');
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      push(parts, 'removed', a[i] ?? '');
      i += 1;
    } else {
      push(parts, 'added', b[j] ?? '');
      j += 1;
    }
  }
  return parts;
}
