/** The most characters that a cell can hold. */
const LIMIT = 32_767;
const CUT = '……（内容过长，已截断）';
// Not allowed in XML 1.0; halves of a pair would make the whole file unreadable.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** What spreadsheet programs read as an escaped character (`_x0041_` is A). */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text as it may stand in a cell: unreadable characters out, line ends as LF, not longer than a cell can hold. */
export function cellText(text: string): string {
  const clean = text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '').replace(LONE_SURROGATE, '\uFFFD');
  const fitting =
    clean.length > LIMIT ? clean.slice(0, LIMIT - CUT.length).replace(/[\uD800-\uDBFF]$/, '') + CUT : clean;
  return fitting.replace(ESCAPE_LIKE, '_x005F_');
}

/**
 * Text that would become a formula if it were typed, or read back from CSV. A string in a workbook never is one;
 * the text format keeps it so when somebody edits the cell.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[\s\u3000]*[=+\-@＝＋－＠]/.test(text);
}
