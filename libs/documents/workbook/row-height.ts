/** Height in points of a line of body text (10.5 points). */
const LINE = 15;
/** The most that a row can have. */
const LIMIT = 409;

/** Width of text in widths of a digit: Chinese characters and full-width marks are two. */
function widthOf(text: string): number {
  let width = 0;
  // From the CJK radicals on; quotation marks and dashes too are full width in Chinese fonts.
  for (const character of text)
    width += /[\u2014-\u2026\u2E80-\uFFEF]|[\u{1F000}-\u{3FFFF}]/u.test(character) ? 2 : 1;
  return width;
}

/** Lines that a text takes in a column of this width. */
export function linesOf(text: string, columnWidth: number): number {
  const room = Math.max(2, columnWidth - 1);
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(widthOf(part) / room)), 0);
}

/**
 * The height of a row in points. Programs do not agree on growing rows with wrapped text when they open a file
 * (LibreOffice leaves them at one line), so the height is said.
 */
export function rowHeight(lines: number): number {
  return Math.min(LIMIT, Math.max(1, lines) * LINE + 3);
}
