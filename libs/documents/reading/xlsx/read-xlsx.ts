import { DocumentRefused } from '../../document-refused.js';
import type { DocumentBlock } from '../document-blocks.js';
import type { ZipFile } from '../zip/read-zip.js';
import { MAX_ROWS } from '../limits.js';
import { readSheet } from './read-sheet.js';
import { readNumberLooks, readSharedStrings, readWorkbookPart } from './workbook-parts.js';

/** What is visible of a workbook, a table for each sheet. Macros, links and formulas are not looked at. */
export function readXlsx(zip: ZipFile): DocumentBlock[] {
  const { sheets, since1904 } = readWorkbookPart(zip);
  if (sheets.length === 0) throw new DocumentRefused('DOCUMENT_DAMAGED');
  const workbook = { strings: readSharedStrings(zip), numberLooks: readNumberLooks(zip), since1904 };
  let left = MAX_ROWS;
  return sheets.flatMap(({ name, path }): DocumentBlock[] => {
    const bytes = zip.read(path);
    const rows = bytes ? readSheet(bytes, workbook, left) : [];
    left -= rows.length;
    return rows.length > 0 ? [{ type: 'table', sheet: name, rows: evenRows(rows) }] : [];
  });
}

function evenRows<Row extends { readonly cells: readonly string[] }>(rows: readonly Row[]): Row[] {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return rows.map((row) => ({
    ...row,
    cells: [...row.cells, ...Array.from({ length: width - row.cells.length }, () => '')],
  }));
}
