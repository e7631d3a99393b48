import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type ExcelJS from 'exceljs';
import type { Cell } from './cell.js';

/** A sheet holds 1,048,576 rows, its heading among them. */
const ROWS_OF_A_SHEET = 1_000_000;
/** The longest text that a cell may have. */
const LONGEST = 32_767;
/** Characters that XML has no way to write. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

/**
 * A table as .xlsx, row by row: a row is forgotten as soon as it is written, and no more are asked for while the reader
 * has not taken what there is. The archive's directory comes last: a file that was cut short cannot be opened.
 *
 * @param pages rows, as many at a time as come together
 * @returns the stream; destroyed with the error that `pages` throws
 */
export function writeSheet(
  name: string,
  headings: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): PassThrough {
  const out = new PassThrough();
  void write(out, name, headings, pages).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return out;
}

async function write(
  out: PassThrough,
  name: string,
  headings: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
): Promise<void> {
  // Loading it takes longer than starting most commands: only who writes a table waits for it.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({
    stream: out,
    useSharedStrings: false,
    useStyles: true,
  });
  let sheet: ExcelJS.Worksheet | undefined;
  let written = 0;
  const begun = (): ExcelJS.Worksheet => {
    sheet?.commit();
    const number = Math.floor(written / ROWS_OF_A_SHEET) + 1;
    const next = workbook.addWorksheet(number === 1 ? name : `${name}${number}`, {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    const heading = next.addRow([...headings]);
    heading.font = { bold: true };
    heading.commit();
    return next;
  };
  sheet = begun();
  for await (const rows of pages) {
    for (const cells of rows) {
      if (written > 0 && written % ROWS_OF_A_SHEET === 0) sheet = begun();
      sheet.addRow(cells.map(value)).commit();
      written += 1;
    }
    await taken(out);
  }
  sheet.commit();
  await workbook.commit();
}

/** Until the reader has taken what there is. Ends as well where there is no reader any more. */
async function taken(out: PassThrough): Promise<void> {
  // The archive packs in threads of its own: one turn lets it hand over what it has.
  await new Promise((resolve) => setImmediate(resolve));
  if (out.destroyed) throw new Error('nobody reads any more');
  if (!out.writableNeedDrain) return;
  const settled = new AbortController();
  const { signal } = settled;
  try {
    await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })]);
  } finally {
    settled.abort();
  }
  if (out.destroyed) throw new Error('nobody reads any more');
}

function value(cell: Cell): string | number | null {
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (typeof cell !== 'string') return cell;
  const text = cell.replace(UNWRITABLE, '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
