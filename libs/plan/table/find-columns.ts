import type { TableBlock } from '#documents';
import { type ColumnMeaning, columnMeaning } from './column-meaning.js';

/** The columns of a task table by meaning, and where its header stands. */
export interface TaskColumns {
  /** Indices in `rows` of the first and the last row of the header. */
  readonly top: number;
  readonly header: number;
  readonly columns: ReadonlyMap<ColumnMeaning, readonly number[]>;
  /** The words over each column, those of an upper row first. */
  readonly words: readonly string[];
}

/** So many rows of titles and notes may stand above the header. */
const HEADER_WITHIN = 15;
/** A header is no longer than this; cells of text are none. */
const MAX_HEADER_ROWS = 3;

/**
 * Finds the header of a table of tasks by its words: a column that says what is to be done, and one that says who or by
 * when. Nothing where there is none: then the table is no list of tasks.
 */
export function findColumns(table: TableBlock): TaskColumns | undefined {
  const known = new Map<string, ColumnMeaning | undefined>();
  const meaningOf = (cell: string): ColumnMeaning | undefined => {
    if (!known.has(cell)) known.set(cell, columnMeaning(cell));
    return known.get(cell);
  };
  let best: TaskColumns | undefined;
  for (let top = 0; top < Math.min(HEADER_WITHIN, table.rows.length); top += 1) {
    let words: string[] | undefined;
    for (let last = top; last < Math.min(top + MAX_HEADER_ROWS, table.rows.length); last += 1) {
      const cells = table.rows[last]?.cells ?? [];
      const over = table.rows[last - 1]?.cells ?? [];
      if (words !== undefined && !goesOn(over, cells)) break;
      words = words === undefined ? [...cells] : below(words, over, cells);
      const columns = columnsOf(words, cells, meaningOf);
      const isMore = columns.size > (best?.columns.size ?? 0);
      const isSame = best?.top === top && columns.size === best.columns.size;
      if ((isMore || isSame) && isTaskTable(columns)) best = { top, header: last, columns, words };
      if (cells.filter((cell) => meaningOf(cell) !== undefined).length < 2) break;
    }
  }
  return best;
}

/** Is this row the header once more, as at the head of a printed page? */
export function repeatsHeader(cells: readonly string[], header: readonly string[]): boolean {
  return cells.every((cell, i) => squash(cell) === squash(header[i] ?? '')) && cells.some(Boolean);
}

/**
 * Does a second row of the header follow? Its cells repeat those above (merged downwards), are empty, or stand under one
 * that spans several columns.
 */
function goesOn(over: readonly string[], cells: readonly string[]): boolean {
  const spans = (i: number): boolean =>
    over[i] === '' || over[i + 1] === '' || over[i] === over[i + 1] || over[i] === over[i - 1];
  const fits = cells.every((cell, i) => cell === '' || cell === over[i] || (spans(i) && cell.length <= 14));
  return (
    fits && cells.some((cell, i) => cell !== '' && cell !== over[i]) && cells.filter(Boolean).length >= 2
  );
}

/** The words over each column with those of a further row of the header: 责任分工 over 牵头 and 配合. */
function below(words: readonly string[], over: readonly string[], cells: readonly string[]): string[] {
  return cells.map((cell, i) => {
    if (cell === '' || cell === over[i]) return words[i] ?? '';
    let from = i;
    while (from > 0 && over[from] === '') from -= 1;
    return `${words[from] ?? ''}/${cell}`;
  });
}

function columnsOf(
  words: readonly string[],
  cells: readonly string[],
  meaningOf: (cell: string) => ColumnMeaning | undefined,
): Map<ColumnMeaning, readonly number[]> {
  const found = new Map<ColumnMeaning, number[]>();
  words.forEach((all, i) => {
    const meaning =
      meaningOf(cells[i] ?? '') ?? meaningOf(all) ?? meaningOf(all.slice(0, all.lastIndexOf('/')));
    if (meaning) found.set(meaning, [...(found.get(meaning) ?? []), i]);
  });
  return promote(levels(found, words));
}

/** Of 一级任务, 二级任务 and 三级任务 the last is what is to be done, the others what it belongs to. */
function levels(
  columns: Map<ColumnMeaning, number[]>,
  words: readonly string[],
): Map<ColumnMeaning, number[]> {
  const titles = columns.get('title') ?? [];
  const levelled = titles.filter((i) => /^[二三四]级/.test(squash(words[i] ?? '')));
  if (levelled.length < 2 || levelled.length < titles.length) return columns;
  columns.set('category', [...(columns.get('category') ?? []), ...levelled.slice(0, -1)]);
  columns.set('title', levelled.slice(-1));
  return columns;
}

/** Where no column is called 任务, what is to be done stands under 工作内容, 目标 or, at last, the category. */
function promote(columns: Map<ColumnMeaning, number[]>): Map<ColumnMeaning, readonly number[]> {
  if (columns.has('title')) return columns;
  for (const stand of ['detail', 'target', 'category'] as const) {
    const found = columns.get(stand);
    if (!found) continue;
    columns.set('title', found.slice(0, 1));
    if (found.length > 1) columns.set(stand, found.slice(1));
    else columns.delete(stand);
    break;
  }
  return columns;
}

function isTaskTable(columns: ReadonlyMap<ColumnMeaning, readonly number[]>): boolean {
  const says = (...meanings: ColumnMeaning[]): boolean => meanings.some((meaning) => columns.has(meaning));
  return says('title') && says('lead', 'duty', 'support', 'people', 'deadline') && columns.size >= 2;
}

function squash(text: string): string {
  return text.replace(/\s/g, '');
}
