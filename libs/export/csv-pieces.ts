import type { Cell } from './cell.js';

/** Excel reads a file without it in the encoding of the house. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a table programme takes for a formula, also in full width and behind blanks. */
const FORMULA = /^[\s\u00A0\u3000]*[=+\-@＝＋－＠\t\r\n|%]/u;

/**
 * A table as comma-separated values (RFC 4180: CRLF, quotation marks doubled), UTF-8 with a byte order mark. A text that a
 * table programme would compute has an apostrophe before it; numbers stay numbers.
 *
 * @param pages rows, as many at a time as one piece is to have
 */
export async function* csvPieces(
  headings: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + line(headings);
  for await (const rows of pages) if (rows.length > 0) yield rows.map(line).join('');
}

const line = (cells: readonly Cell[]): string => `${cells.map(field).join(',')}\r\n`;

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
