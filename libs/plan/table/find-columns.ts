import type { TableBlock } from '#documents';
import { type ColumnMeaning, columnMeaning } from './column-meaning.js';

/** The columns of a task table by meaning, and where its header stands. */
export interface TaskColumns {
  /** Index in `rows` of the last row of the header. */
  readonly header: number;
  readonly columns: ReadonlyMap<ColumnMeaning, readonly number[]>;
}

/** So many rows of titles and notes may stand above the header. */
const HEADER_WITHIN = 15;

/**
 * Finds the header of a table of tasks by its words: a column that says what is to be done, and one that says who or by
 * when. Nothing where there is none: then the table is no list of tasks.
 */
export function findColumns(table: TableBlock): TaskColumns | undefined {
  let best: TaskColumns | undefined;
  let bestCount = 0;
  for (let i = 0; i < Math.min(HEADER_WITHIN, table.rows.length); i += 1) {
    const columns = columnsOf(table.rows[i]?.cells ?? [], table.rows[i - 1]?.cells ?? []);
    if (columns.size > bestCount && isTaskTable(columns)) {
      best = { header: i, columns };
      bestCount = columns.size;
    }
  }
  return best;
}

/** Is this row the header once more, as at the head of a printed page? */
export function repeatsHeader(cells: readonly string[], header: readonly string[]): boolean {
  return cells.every((cell, i) => squash(cell) === squash(header[i] ?? '')) && cells.some(Boolean);
}

function columnsOf(
  cells: readonly string[],
  above: readonly string[],
): Map<ColumnMeaning, readonly number[]> {
  const found = new Map<ColumnMeaning, number[]>();
  cells.forEach((cell, i) => {
    const meaning = columnMeaning(cell) ?? (cell === '' ? columnMeaning(above[i] ?? '') : undefined);
    if (meaning) found.set(meaning, [...(found.get(meaning) ?? []), i]);
  });
  return promote(found);
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
