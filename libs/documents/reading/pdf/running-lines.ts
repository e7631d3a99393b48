const PAGE_NUMBER =
  /^(?:[-—–·]?\s*\d{1,4}\s*[-—–·]?|第\s?\d{1,4}\s?页(?:[，,/]?\s?共\s?\d{1,4}\s?页)?|\d{1,4}\s?\/\s?\d{1,4})$/;
/** Head and foot of a page are looked for in so many lines at its ends. */
const EDGE = 2;

/** Pages without their page numbers, and without what stands in the same words at head or foot of most of them. */
export function dropRunningLines(pages: readonly (readonly string[])[]): string[][] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const line of new Set(edges(page).map(plain))) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const repeated = (line: string): boolean =>
    pages.length >= 3 && (counts.get(plain(line)) ?? 0) >= Math.max(3, pages.length * 0.5);
  return pages.map((page) => {
    const isEdge = (i: number): boolean => i < EDGE || i >= page.length - EDGE;
    return page.filter((line, i) => line === '' || !isEdge(i) || !(PAGE_NUMBER.test(line) || repeated(line)));
  });
}

function edges(page: readonly string[]): string[] {
  return [...page.slice(0, EDGE), ...page.slice(-EDGE)].filter((line) => line !== '');
}

/** Figures differ from page to page; the rest of a running head does not. */
function plain(line: string): string {
  return line.replace(/\d+/g, '#').replace(/\s/g, '');
}
