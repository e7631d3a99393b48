import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { multiply, toMatrix } from './page-geometry.js';
import { withoutNoteCalls } from './note-calls.js';
import { type ColumnMemory, pageColumns } from './page-columns.js';
import { uprightPieces } from './page-pieces.js';
import { pageRulings } from './page-rulings.js';
import { isInGrid, type PdfTable, readGrid } from './read-grid.js';
import { type Grid, tableGrids } from './table-grids.js';
import { type PlacedText, toLines } from './to-lines.js';

export type PageItem = string | PdfTable;

/** What a page says from its head to its foot: lines, and the tables that are drawn with lines. */
export async function readPage(page: PDFPageProxy, memory: ColumnMemory): Promise<PageItem[]> {
  const { items } = await page.getTextContent();
  const viewport = toMatrix(page.getViewport({ scale: 1 }).transform);
  const upwards = multiply([1, 0, 0, -1, 0, 0], viewport);
  const upright = uprightPieces(
    items.flatMap((item) => ('str' in item ? [item] : [])),
    upwards,
  );
  const { matrix } = upright;
  const pieces = withoutNoteCalls(upright.pieces);
  if (pieces.length === 0) return [];
  const tables = tableGrids(pageRulings(await page.getOperatorList(), matrix)).flatMap((grid) => {
    const table = readGrid(
      grid,
      pieces.filter((piece) => isInGrid(grid, piece)),
    );
    return table ? [{ grid, table }] : [];
  });
  const outside = pieces.filter((piece) => !tables.some(({ grid }) => isInGrid(grid, piece)));
  const found: PageItem[] = [];
  let rest: readonly PlacedText[] = outside;
  for (const { grid, table } of tables) {
    const above = rest.filter(({ y }) => y > middleOf(grid));
    rest = rest.filter(({ y }) => y <= middleOf(grid));
    found.push(...columnLines(above, memory), table);
  }
  return [...found, ...columnLines(rest, memory)];
}

function middleOf({ ys }: Grid): number {
  return ((ys[0] ?? 0) + (ys.at(-1) ?? 0)) / 2;
}

function columnLines(pieces: readonly PlacedText[], memory: ColumnMemory): string[] {
  return pageColumns(pieces, memory).flatMap(toLines);
}
