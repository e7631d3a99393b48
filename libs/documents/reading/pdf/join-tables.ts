import type { TableRow } from '../document-blocks.js';
import type { PdfCell, PdfTable } from './read-grid.js';

/** A table that may go on from page to page. */
export class GrowingTable {
  private readonly rows: string[][] = [];
  private last: PdfTable;

  constructor(first: PdfTable) {
    this.last = first;
    this.rows.push(...first.rows.map(texts));
  }

  /** Takes over the part of the table on the next page; false where that is another table. */
  goOn(next: PdfTable): boolean {
    const isSame =
      next.xs.length === this.last.xs.length &&
      next.xs.every((x, i) => Math.abs(x - (this.last.xs[i] ?? 0)) < 6);
    if (!isSame) return false;
    const added = next.rows.map(texts);
    const header = this.rows[0]?.join('\n');
    const repeated = header !== undefined && added[0]?.join('\n') === header ? 1 : 0;
    added.splice(0, repeated);
    this.continueRow(next.rows.slice(repeated), added);
    this.rows.push(...added);
    this.last = next;
    return true;
  }

  toRows(): TableRow[] {
    return this.rows
      .map((cells, i) => ({ row: i + 1, cells }))
      .filter(({ cells }) => cells.some((text) => text !== ''));
  }

  /** A row that the end of the page has parted is put together; a merged cell reaches over the end of the page. */
  private continueRow(rows: PdfTable['rows'], added: string[][]): void {
    const [top] = added;
    const above = this.rows.at(-1);
    if (!top || !above) return;
    const cells = this.last.rows.at(-1) ?? [];
    const isMerged = (cell: PdfCell | undefined): boolean => cell !== undefined && cell.last > cell.first;
    const isRest =
      top[0] === '' &&
      above[0] !== '' &&
      top.filter(Boolean).length < above.filter(Boolean).length &&
      !top.some((text, column) => text === '' && (isMerged(rows[0]?.[column]) || isMerged(cells[column])));
    if (isRest) {
      top.forEach((text, column) => (above[column] = (above[column] ?? '') + text));
      added.shift();
      return;
    }
    top.forEach((text, column) => {
      const cell = rows[0]?.[column];
      if (text !== '' || !cell || !(isMerged(cell) || isMerged(cells[column]))) return;
      for (let row = 0; row <= cell.last - cell.first && row < added.length; row += 1) {
        const at = added[row];
        if (at) at[column] = above[column] ?? '';
      }
    });
  }
}

function texts(row: readonly (PdfCell | undefined)[]): string[] {
  return row.map((cell) => cell?.text ?? '');
}
