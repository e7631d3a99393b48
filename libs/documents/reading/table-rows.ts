import type { DocumentBlock, TableRow } from './document-blocks.js';
import { MAX_COLUMNS } from './limits.js';

/** How far a cell reaches; `continues`: it goes on with the cell above it (Word's way of saying so). */
export interface CellReach {
  readonly columns: number;
  readonly rows: number;
  readonly continues: boolean;
}

export interface TableCell extends CellReach {
  readonly blocks: DocumentBlock[];
}

interface Hanging {
  readonly text: string;
  rows: number;
}

/** Cells to their columns, what hangs down from the rows above filled in; rows that say nothing are left out. */
export function tableRows(rows: readonly (readonly TableCell[])[]): TableRow[] {
  const hanging = new Map<number, Hanging>();
  const filled = rows.map((row) => fillRow(row, hanging));
  const width = filled.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  return filled
    .map((cells, i) => ({
      row: i + 1,
      cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''),
    }))
    .filter(({ cells }) => cells.some(Boolean));
}

/**
 * Does a table only hold the page together? It does with one column, and when a table inside it has as many rows or says
 * the most; a task table with a small table in one of its cells stays one.
 */
export function isLayoutTable(rows: readonly (readonly TableCell[])[]): boolean {
  if (rows.every((row) => row.length <= 1)) return true;
  let inTables = 0;
  let longest = 0;
  let all = 0;
  for (const row of rows) {
    for (const { blocks } of row) {
      for (const block of blocks) {
        const { length } = blockText(block);
        all += length;
        if (block.type === 'paragraph') continue;
        inTables += length;
        longest = Math.max(longest, block.rows.length);
      }
    }
  }
  return longest > 0 && (longest >= rows.length || inTables >= all / 2);
}

function fillRow(row: readonly TableCell[], hanging: Map<number, Hanging>): string[] {
  const cells: string[] = [];
  const hang = (): void => {
    for (let above = hanging.get(cells.length); above && above.rows > 0; above = hanging.get(cells.length)) {
      above.rows -= 1;
      cells.push(above.text);
    }
  };
  for (const cell of row) {
    hang();
    if (cells.length >= MAX_COLUMNS) break;
    const above = hanging.get(cells.length);
    const text = cell.continues && above ? above.text : cell.blocks.map(blockText).join('\n');
    const columns = Math.min(Math.max(1, cell.columns), MAX_COLUMNS - cells.length);
    for (let i = 0; i < columns; i += 1) {
      hanging.set(cells.length, { text: i === 0 ? text : '', rows: Math.max(0, cell.rows - 1) });
      cells.push(i === 0 ? text : '');
    }
  }
  hang();
  return cells;
}

/** A table inside a cell is told line by line. */
function blockText(block: DocumentBlock): string {
  if (block.type === 'paragraph') return block.text;
  return block.rows.map(({ cells }) => cells.filter(Boolean).join('　')).join('\n');
}
