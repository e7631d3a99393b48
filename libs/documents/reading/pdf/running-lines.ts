const PAGE_NUMBER =
  /^(?:[-—–－·]*\s*\d{1,4}\s*[-—–－·]*|第\s?\d{1,4}\s?页(?:[，,/]?\s?共\s?\d{1,4}\s?页)?|\d{1,4}\s?\/\s?\d{1,4}|page\s\d{1,4}(?:\sof\s\d{1,4})?)$/i;
/** Head and foot of a page are looked for in so many lines at its ends. */
const EDGE = 2;

/**
 * Pages without their page numbers, and without what stands in the same words at head or foot of most of them. What is
 * no line (a table) stays, and ends the head or foot.
 */
export function dropRunningLines<Item>(pages: readonly (readonly (string | Item)[])[]): (string | Item)[][] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const lines = edges(page).flatMap((i) => (typeof page[i] === 'string' ? [plain(page[i])] : []));
    for (const line of new Set(lines)) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const isRunning = (line: string): boolean =>
    PAGE_NUMBER.test(line) ||
    (pages.length >= 3 && (counts.get(plain(line)) ?? 0) >= Math.max(3, pages.length * 0.5));
  return pages.map((page) => {
    const atEdge = new Set(edges(page));
    return page.filter((item, i) => typeof item !== 'string' || !atEdge.has(i) || !isRunning(item));
  });
}

/** Where the lines at both ends of a page stand. */
function edges(page: readonly unknown[]): number[] {
  const isLine = (i: number): boolean => typeof page[i] === 'string' && page[i] !== '';
  const found = new Set<number>();
  for (let i = 0; i < page.length && found.size < EDGE && typeof page[i] === 'string'; i += 1)
    if (isLine(i)) found.add(i);
  let last = 0;
  for (let i = page.length - 1; i >= 0 && last < EDGE && typeof page[i] === 'string'; i -= 1) {
    if (!isLine(i)) continue;
    found.add(i);
    last += 1;
  }
  return [...found];
}

/** Figures differ from page to page; the rest of a running head does not. */
function plain(line: string): string {
  return line.replace(/\d+/g, '#').replace(/\s/g, '');
}
