/** So many characters around a change are shown, so that one sees where it is. */
const AROUND = 12;
/** Longer ones are cut in the middle: whoever wants all of it reads the text. */
const LONGEST = 400;

/** The part in which two texts differ, with a little of what stands around it; … for what is left out. */
export function changedPart(before: string, after: string): { before: string; after: string } {
  const [a, b] = [Array.from(before), Array.from(after)];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const from = Math.max(0, head - AROUND);
  const left = Math.max(0, tail - AROUND);
  return { before: cut(a, from, a.length - left), after: cut(b, from, b.length - left) };
}

function cut(characters: readonly string[], from: number, to: number): string {
  const part = characters.slice(from, to);
  const shown =
    part.length > LONGEST
      ? [...part.slice(0, LONGEST / 2), '……', ...part.slice(part.length - LONGEST / 2)]
      : part;
  return [from > 0 ? '…' : '', ...shown, to < characters.length ? '…' : ''].join('').replace(/\s+/g, ' ');
}
