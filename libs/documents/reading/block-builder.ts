import { DocumentRefused } from '../document-refused.js';
import type { DocumentBlock, TableRow } from './document-blocks.js';
import { MAX_COLUMNS, MAX_ROWS, MAX_TABLE_DEPTH } from './limits.js';

/** How far a cell reaches; `continues`: it goes on with the cell above it (Word's way of saying so). */
export interface CellReach {
  readonly columns: number;
  readonly rows: number;
  readonly continues: boolean;
}

interface Cell extends CellReach {
  readonly blocks: DocumentBlock[];
}
interface OpenTable {
  readonly rows: Cell[][];
  cell: Cell | undefined;
}

/**
 * Gathers paragraphs and tables while a document is walked from front to back. A table that only holds the page
 * together (one column, or tables inside) dissolves into what stands in it.
 */
export class BlockBuilder {
  private readonly blocks: DocumentBlock[] = [];
  private readonly tables: OpenTable[] = [];
  private words: string[] = [];
  private ignoredTables = 0;
  private tableCount = 0;
  private rowCount = 0;

  text(text: string): void {
    this.words.push(text);
  }

  endParagraph(): void {
    const text = this.words.join('').trim();
    this.words = [];
    if (text !== '') this.target().push({ type: 'paragraph', text });
  }

  openTable(): void {
    this.endParagraph();
    if (this.tables.length >= MAX_TABLE_DEPTH) this.ignoredTables += 1;
    else this.tables.push({ rows: [], cell: undefined });
  }

  openRow(): void {
    if (this.ignoredTables > 0) return;
    this.closeCell();
    this.rowCount += 1;
    if (this.rowCount > MAX_ROWS) throw new DocumentRefused('DOCUMENT_TOO_MANY_ROWS');
    this.tables.at(-1)?.rows.push([]);
  }

  openCell(reach: CellReach): void {
    if (this.ignoredTables > 0) return;
    this.closeCell();
    const table = this.tables.at(-1);
    if (!table) return;
    if (table.rows.length === 0) this.openRow();
    table.cell = { ...reach, blocks: [] };
    table.rows.at(-1)?.push(table.cell);
  }

  /** Of the cell that is open: what is known of it only after it was opened. */
  reach(change: Partial<CellReach>): void {
    const table = this.tables.at(-1);
    const row = table?.rows.at(-1);
    if (this.ignoredTables > 0 || !table?.cell || !row) return;
    table.cell = { ...table.cell, ...change };
    row[row.length - 1] = table.cell;
  }

  closeCell(): void {
    this.endParagraph();
    const table = this.tables.at(-1);
    if (this.ignoredTables === 0 && table) table.cell = undefined;
  }

  closeTable(): void {
    this.endParagraph();
    if (this.ignoredTables > 0) {
      this.ignoredTables -= 1;
      return;
    }
    const table = this.tables.pop();
    if (!table) return;
    const cells = table.rows.flat();
    const isLayout =
      table.rows.every((row) => row.length <= 1) ||
      cells.some(({ blocks }) => blocks.some(({ type }) => type === 'table'));
    const target = this.target();
    if (isLayout) for (const { blocks } of cells) for (const block of blocks) target.push(block);
    else {
      this.tableCount += 1;
      target.push({ type: 'table', sheet: `表${this.tableCount}`, rows: toRows(table.rows) });
    }
  }

  finish(): DocumentBlock[] {
    this.endParagraph();
    while (this.tables.length > 0) {
      this.ignoredTables = 0;
      this.closeTable();
    }
    return this.blocks;
  }

  private target(): DocumentBlock[] {
    for (let i = this.tables.length - 1; i >= 0; i -= 1) {
      const cell = this.tables[i]?.cell;
      if (cell) return cell.blocks;
    }
    return this.blocks;
  }
}

interface Hanging {
  readonly text: string;
  rows: number;
}

/** Cells to their columns, what hangs down from the rows above filled in. */
function toRows(rows: readonly (readonly Cell[])[]): TableRow[] {
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

function fillRow(row: readonly Cell[], hanging: Map<number, Hanging>): string[] {
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
    const own = cell.blocks.map((block) => (block.type === 'paragraph' ? block.text : '')).join('\n');
    const text = cell.continues && above ? above.text : own;
    const columns = Math.min(Math.max(1, cell.columns), MAX_COLUMNS - cells.length);
    for (let i = 0; i < columns; i += 1) {
      hanging.set(cells.length, { text: i === 0 ? text : '', rows: Math.max(0, cell.rows - 1) });
      cells.push(i === 0 ? text : '');
    }
  }
  hang();
  return cells;
}
