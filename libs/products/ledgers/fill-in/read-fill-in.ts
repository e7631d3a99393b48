import type { ReadCell, ReadRow, ReadSheet } from '#documents';
import { FIELDS, readingHeader, readingKey, type LedgerIdentity } from './fill-in.js';
import { KNOWN_BY } from './fill-in-sheet.js';

/** A row as it came back. */
export interface TypedRow {
  sheet: string;
  /** As the program shows it, from 1. */
  row: number;
  obligationId: string;
  /** What stands in the columns that are filled in, by their keys; blank cells are left out. */
  cells: ReadonlyMap<string, ReadCell>;
  /** Where each column is now, from 0. */
  columns: ReadonlyMap<string, number>;
}

/** Something was filled in, and nothing says for what. */
export interface StrayRow {
  sheet: string;
  row: number;
  texts: string[];
}

export interface ReadFillIn {
  rows: TypedRow[];
  strays: StrayRow[];
  /** Columns that are not there any more, by their headers. */
  missing: string[];
}

const MOST_READINGS = 50;
const HEADER_WITHIN = 40;
const READINGS = Array.from({ length: MOST_READINGS }, (_, position) => position);
const HEADERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(KNOWN_BY),
  ...Object.entries(FIELDS),
  ...READINGS.map((position): [string, string] => [readingKey(position), readingHeader(position)]),
]);
const FILLED_IN = new Set([...Object.keys(FIELDS), ...READINGS.map(readingKey)]);

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s()%]/gu, '');
const KEY_OF_HEADER = new Map([...HEADERS].map(([key, header]) => [bare(header), key]));

/** The rows of a workbook that somebody has filled in, wherever its columns and rows have got to. */
export function readFillIn(
  sheets: readonly ReadSheet[],
  { rows: owed }: Pick<LedgerIdentity, 'rows'>,
): ReadFillIn {
  const read: ReadFillIn = { rows: [], strays: [], missing: [] };
  for (const sheet of sheets) {
    const head = headOf(sheet.rows);
    if (head === null) continue;
    const { columns, from } = head;
    for (const field of Object.keys(FIELDS))
      if (!columns.has(field)) read.missing.push(HEADERS.get(field) ?? field);
    const merged = mergedCells(sheet);
    for (const { row, cells } of sheet.rows) {
      if (row <= from || isHeader(cells)) continue;
      const at = new Map(cells.filter(isShown(sheet, row)).map((cell) => [cell.column, cell]));
      for (const [column, cell] of merged.get(row) ?? []) if (!at.has(column)) at.set(column, cell);
      const typed = new Map(
        [...columns].flatMap(([key, column]): [string, ReadCell][] => {
          const cell = FILLED_IN.has(key) ? at.get(column) : undefined;
          return cell === undefined ? [] : [[key, cell]];
        }),
      );
      const text = (key: string): string => at.get(columns.get(key) ?? -1)?.text.trim() ?? '';
      const id = obligationOf(owed, text);
      if (id !== null) read.rows.push({ sheet: sheet.name, row, obligationId: id, cells: typed, columns });
      else if (typed.size > 0 && !isLine(cells))
        read.strays.push({ sheet: sheet.name, row, texts: cells.map(({ text: shown }) => shown) });
    }
  }
  return read;
}

/** By the keys that stand above the header; where that row is gone, by the words of the header. */
function headOf(rows: readonly ReadRow[]): { columns: Map<string, number>; from: number } | null {
  const first = rows.slice(0, HEADER_WITHIN);
  const columnsBy = (key: (text: string) => string | undefined) => (line: ReadRow) => {
    const columns = new Map<string, number>();
    for (const { column, text } of line.cells) {
      const found = key(text);
      if (found !== undefined && !columns.has(found)) columns.set(found, column);
    }
    return { columns, from: line.row };
  };
  const isHead = ({ columns }: { columns: Map<string, number> }): boolean =>
    columns.has('done') && columns.size >= 3;
  const byKeys = first.map(columnsBy((text) => (HEADERS.has(text.trim()) ? text.trim() : undefined)));
  const byWords = first.map(columnsBy((text) => KEY_OF_HEADER.get(bare(text))));
  const [keyed, worded] = [byKeys.find(isHead), byWords.find(isHead)];
  if (keyed === undefined) return worded ?? null;
  // A column that was put in anew has no key above it.
  for (const [key, column] of worded?.columns ?? [])
    if (!keyed.columns.has(key) && ![...keyed.columns.values()].includes(column))
      keyed.columns.set(key, column);
  return keyed;
}

const isHeader = (cells: readonly ReadCell[]): boolean =>
  cells.filter(({ text }) => KEY_OF_HEADER.has(bare(text))).length >= 3;

/** Some programs keep what stood in the other cells of those that were made one; nobody sees it. */
const isShown =
  ({ merges }: ReadSheet, row: number) =>
  ({ column }: ReadCell): boolean =>
    !merges.some(
      ({ firstRow, lastRow, firstColumn, lastColumn }) =>
        row >= firstRow &&
        row <= lastRow &&
        column >= firstColumn &&
        column <= lastColumn &&
        (row !== firstRow || column !== firstColumn),
    );

/** A note across the table, also where its cells are no longer one. */
const isLine = (cells: readonly ReadCell[]): boolean =>
  cells.length > 2 && cells.every(({ text }) => text === cells[0]?.text);

/** Of cells that were made one over several rows, the first one's value stands in each. */
function mergedCells({ rows, merges }: ReadSheet): Map<number, [number, ReadCell][]> {
  const filled = new Map<number, [number, ReadCell][]>();
  const tall = merges.filter(({ firstRow, lastRow }) => lastRow > firstRow);
  for (const { firstRow, lastRow, firstColumn } of tall) {
    const cell = rows.find(({ row }) => row === firstRow)?.cells.find(({ column }) => column === firstColumn);
    if (cell === undefined) continue;
    for (const { row } of rows)
      if (row > firstRow && row <= lastRow)
        filled.set(row, [...(filled.get(row) ?? []), [firstColumn, cell]]);
  }
  return filled;
}

/** By its own mark; where that is gone, by task, unit and period, if they name one. */
function obligationOf(owed: LedgerIdentity['rows'], text: (key: string) => string): string | null {
  const id = text('id').toLowerCase();
  if (owed.some(({ obligationId }) => obligationId === id)) return id;
  const code = bare(text('code')).toUpperCase();
  if (code === '') return null;
  const alike = owed.filter(
    (row) =>
      bare(row.code).toUpperCase() === code &&
      (text('unit') === '' || bare(row.unit) === bare(text('unit'))) &&
      (text('period') === '' || bare(row.period) === bare(text('period'))),
  );
  return alike.length === 1 ? (alike[0]?.obligationId ?? null) : null;
}
