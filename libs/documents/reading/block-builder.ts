import { DocumentRefused } from '../document-refused.js';
import type { DocumentBlock } from './document-blocks.js';
import { MAX_ROWS, MAX_TABLE_DEPTH } from './limits.js';
import { type CellReach, isLayoutTable, type TableCell, tableRows } from './table-rows.js';

interface OpenTable {
  readonly rows: TableCell[][];
  cell: TableCell | undefined;
}

/** The running text, or a text that stands beside it (a text box). */
interface Flow {
  readonly blocks: DocumentBlock[];
  readonly tables: OpenTable[];
  words: string[];
  /** What was said beside the paragraph that is open; comes after it. */
  aside: DocumentBlock[];
  ignoredTables: number;
}

/**
 * Gathers paragraphs and tables while a document is walked from front to back. A table that only holds the page
 * together (one column, or tables inside) dissolves into what stands in it.
 */
export class BlockBuilder {
  private readonly flows: Flow[] = [newFlow()];
  private ignoredAsides = 0;
  private rowCount = 0;

  text(text: string): void {
    this.flow().words.push(text);
  }

  /** What the paragraph that is open says so far. */
  paragraphSoFar(): string {
    return this.flow().words.join('');
  }

  endParagraph(): void {
    const flow = this.flow();
    const text = flow.words.join('').trim();
    flow.words = [];
    if (text !== '') this.target().push({ type: 'paragraph', text });
    if (flow.aside.length === 0) return;
    const { aside } = flow;
    flow.aside = [];
    for (const block of aside) this.target().push(block);
  }

  /** Drops what the paragraph that is open has said. */
  dropParagraph(): void {
    this.flow().words = [];
  }

  /** A text that stands beside the paragraph that is open: it comes after it and does not part its words. */
  openAside(): void {
    if (this.flows.length >= MAX_TABLE_DEPTH) this.ignoredAsides += 1;
    else this.flows.push(newFlow());
  }

  closeAside(): void {
    this.endParagraph();
    if (this.ignoredAsides > 0) {
      this.ignoredAsides -= 1;
      return;
    }
    if (this.flows.length < 2) return;
    this.closeTables();
    const { blocks } = this.flows.pop() ?? newFlow();
    const { aside } = this.flow();
    for (const block of blocks) aside.push(block);
  }

  openTable(): void {
    this.endParagraph();
    const flow = this.flow();
    const depth = this.flows.reduce((sum, { tables }) => sum + tables.length, 0);
    if (depth >= MAX_TABLE_DEPTH) flow.ignoredTables += 1;
    else flow.tables.push({ rows: [], cell: undefined });
  }

  openRow(): void {
    const flow = this.flow();
    if (flow.ignoredTables > 0) return;
    this.closeCell();
    this.rowCount += 1;
    if (this.rowCount > MAX_ROWS) throw new DocumentRefused('DOCUMENT_TOO_MANY_ROWS');
    flow.tables.at(-1)?.rows.push([]);
  }

  /** Takes the row that is open out of its table. */
  dropRow(): void {
    const flow = this.flow();
    if (flow.ignoredTables > 0) return;
    this.closeCell();
    flow.tables.at(-1)?.rows.pop();
  }

  openCell(reach: CellReach): void {
    const flow = this.flow();
    if (flow.ignoredTables > 0) return;
    this.closeCell();
    const table = flow.tables.at(-1);
    if (!table) return;
    if (table.rows.length === 0) this.openRow();
    table.cell = { ...reach, blocks: [] };
    table.rows.at(-1)?.push(table.cell);
  }

  /** Of the cell that is open: what is known of it only after it was opened. */
  reach(change: Partial<CellReach>): void {
    const flow = this.flow();
    const table = flow.tables.at(-1);
    const row = table?.rows.at(-1);
    if (flow.ignoredTables > 0 || !table?.cell || !row) return;
    table.cell = { ...table.cell, ...change };
    row[row.length - 1] = table.cell;
  }

  closeCell(): void {
    this.endParagraph();
    const flow = this.flow();
    const table = flow.tables.at(-1);
    if (flow.ignoredTables === 0 && table) table.cell = undefined;
  }

  closeTable(): void {
    this.endParagraph();
    const flow = this.flow();
    if (flow.ignoredTables > 0) {
      flow.ignoredTables -= 1;
      return;
    }
    const table = flow.tables.pop();
    if (!table) return;
    const target = this.target();
    if (isLayoutTable(table.rows)) {
      for (const { blocks } of table.rows.flat()) for (const block of blocks) target.push(block);
      return;
    }
    target.push({ type: 'table', sheet: '', rows: tableRows(table.rows) });
  }

  finish(): DocumentBlock[] {
    while (this.flows.length > 1) {
      this.ignoredAsides = 0;
      this.closeAside();
    }
    this.endParagraph();
    this.closeTables();
    let tables = 0;
    return this.flow().blocks.map((block) => {
      if (block.type === 'paragraph') return block;
      tables += 1;
      return { ...block, sheet: `表${tables}` };
    });
  }

  private closeTables(): void {
    const flow = this.flow();
    while (flow.tables.length > 0) {
      flow.ignoredTables = 0;
      this.closeTable();
    }
  }

  private flow(): Flow {
    const flow = this.flows.at(-1);
    if (!flow) throw new Error('there is always a running text');
    return flow;
  }

  private target(): DocumentBlock[] {
    const { tables, blocks } = this.flow();
    for (let i = tables.length - 1; i >= 0; i -= 1) {
      const cell = tables[i]?.cell;
      if (cell) return cell.blocks;
    }
    return blocks;
  }
}

function newFlow(): Flow {
  return { blocks: [], tables: [], words: [], aside: [], ignoredTables: 0 };
}
