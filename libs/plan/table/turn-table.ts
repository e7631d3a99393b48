import type { TableBlock } from '#documents';
import { columnMeaning } from './column-meaning.js';

/**
 * A table whose headings stand in its first column, a task a column, turned over; nothing for any other. The rows of the
 * turned table all have the place of the row that names the tasks.
 */
export function turnTable(table: TableBlock): TableBlock | undefined {
  const width = table.rows[0]?.cells.length ?? 0;
  if (width < 2 || width > 50 || table.rows.length > 30) return undefined;
  const meanings = table.rows.map(({ cells }) => columnMeaning(cells[0] ?? ''));
  const distinct = new Set(meanings.filter(Boolean));
  if (distinct.size < 3 || distinct.size * 2 < table.rows.length || !distinct.has('title')) return undefined;
  const row = table.rows[meanings.indexOf('title')]?.row ?? 1;
  return {
    ...table,
    rows: Array.from({ length: width }, (_, i) => ({
      row,
      cells: table.rows.map(({ cells }) => cells[i] ?? ''),
    })),
  };
}
