import { DocumentRefused } from '../../document-refused.js';
import type { TableRow } from '../document-blocks.js';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.js';
import { walkXml } from '../walk-xml.js';
import { cellReference } from './cell-reference.js';
import { type DatePrecision, printDate } from './date-format.js';

export interface WorkbookContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly DatePrecision[];
  readonly since1904: boolean;
}

interface Merge {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The rows of a sheet that say anything, merged cells filled down. Formulas are not run: a cell has the value that was
 * saved with it. Throws `DocumentRefused` beyond the limit of rows.
 */
export function readSheet(bytes: Uint8Array, workbook: WorkbookContext): TableRow[] {
  const rows = new Map<number, string[]>();
  const merges: Merge[] = [];
  let rowNumber = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let value: string[] = [];
  let collecting = false;
  walkXml(bytes, {
    open: (name, attributes) => {
      if (name === 'row') {
        rowNumber = Number(attributes['r'] ?? rowNumber + 1);
        column = -1;
      } else if (name === 'c') {
        column = cellReference(attributes['r'] ?? '')?.column ?? column + 1;
        type = attributes['t'] ?? '';
        style = Number(attributes['s'] ?? 0);
        value = [];
      } else if (name === 'v' || name === 't') collecting = true;
      else if (name === 'rPh') collecting = false;
      else if (name === 'mergeCell') addMerge(merges, attributes['ref'] ?? '');
    },
    close: (name) => {
      if (name === 'v' || name === 't') collecting = false;
      if (name !== 'c' || value.length === 0 || column >= MAX_COLUMNS) return;
      const row = rows.get(rowNumber) ?? [];
      row[column] = shown(value.join(''), type, workbook, style);
      rows.set(rowNumber, row);
      if (rows.size > MAX_ROWS) throw new DocumentRefused('DOCUMENT_TOO_MANY_ROWS');
    },
    text: (text) => {
      if (collecting) value.push(text);
    },
  });
  fillDown(rows, merges);
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({
      row,
      cells: Array.from(cells, (cell: string | undefined) => (cell ?? '').trim()),
    }))
    .filter(({ cells }) => cells.some(Boolean));
}

function shown(value: string, type: string, workbook: WorkbookContext, style: number): string {
  if (type === 's') return workbook.strings[Number(value)] ?? '';
  if (type === 'str' || type === 'inlineStr') return value;
  if (type === 'e') return '';
  if (type === 'b') return value === '1' ? '是' : '否';
  const number = Number(value);
  const precision = workbook.dateStyles[style];
  if (precision && Number.isFinite(number)) return printDate(number, precision, workbook.since1904);
  // 0.30000000000000004 is how the file stores what the program shows as 0.3.
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value;
}

function addMerge(merges: Merge[], reference: string): void {
  const [from = '', to = ''] = reference.split(':');
  const first = cellReference(from);
  const last = cellReference(to);
  if (first && last && last.row > first.row)
    merges.push({ column: first.column, first: first.row, last: last.row });
}

/** Only rows that hold something are filled, so that a merge over a million empty rows costs nothing. */
function fillDown(rows: ReadonlyMap<number, string[]>, merges: readonly Merge[]): void {
  if (merges.length === 0) return;
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  let filled = 0;
  for (const { column, first, last } of merges) {
    const text = rows.get(first)?.[column];
    if (text === undefined) continue;
    for (let i = lowerBound(numbers, first + 1); i < numbers.length; i += 1) {
      const row = numbers[i] ?? 0;
      if (row > last) break;
      filled += 1;
      if (filled > MAX_ROWS * MAX_COLUMNS) throw new DocumentRefused('DOCUMENT_TOO_MANY_ROWS');
      const cells = rows.get(row);
      if (cells) cells[column] ??= text;
    }
  }
}

function lowerBound(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
