import { DocumentRefused } from '../document-refused.js';
import { MAX_COLUMNS } from '../reading/limits.js';
import { walkXml } from '../reading/walk-xml.js';
import { cellReference } from '../reading/xlsx/cell-reference.js';
import { printCellNumber, printIsoDate } from '../reading/xlsx/number-look.js';
import type { WorkbookContext } from '../reading/xlsx/read-sheet.js';
import { unescapeText } from '../reading/xlsx/unescape-text.js';
import type { ReadCell, ReadMerge, ReadRow } from './workbook-cells.js';

const MAX_MERGES = 5_000;

/**
 * Every cell of a sheet that holds anything, hidden or not, as it was saved. Throws `DocumentRefused` beyond `maxRows`, and for a
 * cell whose text is not in the file.
 */
export function readCells(
  bytes: Uint8Array,
  workbook: WorkbookContext,
  maxRows: number,
): { rows: ReadRow[]; merges: ReadMerge[] } {
  const rows = new Map<number, ReadCell[]>();
  const merges: ReadMerge[] = [];
  let row = 0;
  let cell = { column: -1, type: '', style: 0 };
  let value: string[] = [];
  let [collecting, inReading, formula] = [false, false, false];
  walkXml(bytes, {
    open: (name, attributes) => {
      if (name === 'row') {
        const given = Number(attributes['r']);
        row = Number.isInteger(given) && given > 0 ? given : row + 1;
        cell = { column: -1, type: '', style: 0 };
      } else if (name === 'c') {
        const column = cellReference(attributes['r'] ?? '')?.column ?? cell.column + 1;
        cell = { column, type: attributes['t'] ?? '', style: Number(attributes['s'] ?? 0) };
        value = [];
        formula = false;
      } else if (name === 'f') formula = true;
      else if (name === 'v' || name === 't') collecting = !inReading;
      else if (name === 'rPh') inReading = true;
      else if (name === 'mergeCell') addMerge(merges, attributes['ref'] ?? '');
    },
    close: (name) => {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'rPh') inReading = false;
      if (name !== 'c' || cell.column >= MAX_COLUMNS || (value.length === 0 && !formula)) return;
      const read = cellOf(value.join(''), cell.type, cell.style, workbook);
      if (read.text.trim() === '' && !formula) return;
      const cells = rows.get(row) ?? [];
      cells.push({ column: cell.column, ...read, ...(formula ? { formula: true } : {}) });
      rows.set(row, cells);
      if (rows.size > maxRows) throw new DocumentRefused('DOCUMENT_TOO_MANY_ROWS');
    },
    text: (text) => {
      if (collecting) value.push(text);
    },
  });
  return {
    rows: [...rows].sort(([a], [b]) => a - b).map(([number, cells]) => ({ row: number, cells })),
    merges,
  };
}

function cellOf(
  value: string,
  type: string,
  style: number,
  workbook: WorkbookContext,
): Omit<ReadCell, 'column' | 'formula'> {
  if (type === 's') {
    const text = workbook.strings[Number(value)];
    if (text === undefined) throw new DocumentRefused('DOCUMENT_DAMAGED');
    return { text };
  }
  if (type === 'str' || type === 'inlineStr') return { text: unescapeText(value) };
  if (type === 'd') return { text: printIsoDate(value), shownAs: 'date' };
  if (type === 'e') return { text: value, error: true };
  if (type === 'b') return { text: value === '1' ? '是' : '否' };
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return { text: value };
  const look = workbook.numberLooks[style] ?? { kind: 'plain' };
  const text = printCellNumber(number, look, workbook.since1904);
  const shown = look.kind === 'percent' || look.kind === 'date' ? { shownAs: look.kind } : {};
  return { text, number, ...shown };
}

function addMerge(merges: ReadMerge[], reference: string): void {
  const [from = '', to = ''] = reference.split(':');
  const [first, last] = [cellReference(from), cellReference(to)];
  if (!first || !last) return;
  if (merges.length >= MAX_MERGES) throw new DocumentRefused('DOCUMENT_TOO_MANY_ROWS');
  merges.push({
    firstRow: first.row,
    lastRow: last.row,
    firstColumn: first.column,
    lastColumn: last.column,
  });
}
