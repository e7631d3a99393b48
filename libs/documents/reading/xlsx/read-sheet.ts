import { DocumentRefused } from '../../document-refused.js';
import type { TableRow } from '../document-blocks.js';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.js';
import { walkXml } from '../walk-xml.js';
import { cellReference } from './cell-reference.js';
import { type NumberLook, printCellNumber, printIsoDate } from './number-look.js';
import { unescapeText } from './unescape-text.js';

export interface WorkbookContext {
  readonly strings: readonly string[];
  readonly numberLooks: readonly NumberLook[];
  readonly since1904: boolean;
}

interface Merge {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The visible rows of a sheet that say anything, without its hidden columns, merged cells filled down. Formulas are not
 * run: a cell has the value that was saved with it. Throws `DocumentRefused` beyond `maxRows`, and for a cell whose text
 * is not in the file.
 */
export function readSheet(bytes: Uint8Array, workbook: WorkbookContext, maxRows = MAX_ROWS): TableRow[] {
  const rows = new Map<number, string[]>();
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let rowNumber = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let value: string[] = [];
  let collecting = false;
  let inReading = false;
  walkXml(bytes, {
    open: (name, attributes) => {
      if (name === 'row') {
        const given = Number(attributes['r']);
        rowNumber = Number.isInteger(given) && given > 0 ? given : rowNumber + 1;
        column = -1;
        if (isOn(attributes['hidden'])) hiddenRows.add(rowNumber);
      } else if (name === 'c') {
        column = cellReference(attributes['r'] ?? '')?.column ?? column + 1;
        type = attributes['t'] ?? '';
        style = Number(attributes['s'] ?? 0);
        value = [];
      } else if (name === 'v' || name === 't') collecting = !inReading;
      else if (name === 'rPh') inReading = true;
      else if (name === 'mergeCell') addMerge(merges, attributes['ref'] ?? '');
      else if (name === 'col' && isOn(attributes['hidden'])) hideColumns(hiddenColumns, attributes);
    },
    close: (name) => {
      if (name === 'v' || name === 't') collecting = false;
      else if (name === 'rPh') inReading = false;
      if (name !== 'c' || value.length === 0 || column >= MAX_COLUMNS) return;
      const row = rows.get(rowNumber) ?? [];
      row[column] = shown(value.join(''), type, workbook, style);
      rows.set(rowNumber, row);
      if (rows.size > maxRows) throw new DocumentRefused('DOCUMENT_TOO_MANY_ROWS');
    },
    text: (text) => {
      if (collecting) value.push(text);
    },
  });
  fillDown(rows, merges);
  return [...rows]
    .filter(([row]) => !hiddenRows.has(row))
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({
      row,
      cells: Array.from(cells, (cell: string | undefined) => (cell ?? '').trim()).filter(
        (_, at) => !hiddenColumns.has(at),
      ),
    }))
    .filter(({ cells }) => cells.some(Boolean));
}

function isOn(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}

function hideColumns(hidden: Set<number>, attributes: Readonly<Record<string, string>>): void {
  const last = Math.min(MAX_COLUMNS, Number(attributes['max']) || 0);
  for (let column = Math.max(1, Number(attributes['min']) || 1); column <= last; column += 1)
    hidden.add(column - 1);
}

function shown(value: string, type: string, workbook: WorkbookContext, style: number): string {
  if (type === 's') {
    const text = workbook.strings[Number(value)];
    // Half a plan without a word about it would be worse than none.
    if (text === undefined) throw new DocumentRefused('DOCUMENT_DAMAGED');
    return text;
  }
  if (type === 'str' || type === 'inlineStr') return unescapeText(value);
  if (type === 'd') return printIsoDate(value);
  if (type === 'e') return '';
  if (type === 'b') return value === '1' ? '是' : '否';
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  return printCellNumber(number, workbook.numberLooks[style] ?? { kind: 'plain' }, workbook.since1904);
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
