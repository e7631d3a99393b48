import type { Grid } from './table-grids.js';
import { hasLine } from './table-grids.js';
import { gatherLines, lineText, type PlacedText } from './to-lines.js';

export interface PdfCell {
  readonly text: string;
  /** The first and the last row of the grid that the cell reaches over. */
  readonly first: number;
  readonly last: number;
}
/** A table as one page shows it. A merged cell stands in each of its rows, in its first column. */
export interface PdfTable {
  readonly xs: readonly number[];
  readonly rows: readonly (readonly (PdfCell | undefined)[])[];
}

interface Cell {
  first: number;
  last: number;
  left: number;
  right: number;
  readonly pieces: PlacedText[];
}

const MAX_CELLS = 40_000;

/** The cells of a table and the text in them; nothing for lines that are no table with words. */
export function readGrid(grid: Grid, pieces: readonly PlacedText[]): PdfTable | undefined {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  if (columns * rows > MAX_CELLS) return undefined;
  const cells = findCells(grid, columns, rows);
  for (const piece of pieces) {
    for (const part of splitAtColumns(piece, grid, cells, columns)) {
      const column = indexBetween(grid.xs, part.x + part.width / 2, 1);
      const row = indexBetween(grid.ys, part.y + part.height * 0.3, -1);
      cells[row * columns + column]?.pieces.push(part);
    }
  }
  const printed = new Map<Cell, PdfCell>();
  for (const cell of cells) {
    if (printed.has(cell)) continue;
    const right = grid.xs[cell.right + 1] ?? 0;
    printed.set(cell, { text: cellText(cell.pieces, right), first: cell.first, last: cell.last });
  }
  if ([...printed.values()].filter(({ text }) => text !== '').length < 2) return undefined;
  return {
    xs: grid.xs,
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => {
        const cell = cells[row * columns + column];
        return cell?.left === column ? printed.get(cell) : undefined;
      }),
    ),
  };
}

/** Is a piece of text in the table? */
export function isInGrid({ xs, ys }: Grid, piece: PlacedText): boolean {
  const x = piece.x + Math.min(piece.width / 2, piece.height);
  const y = piece.y + piece.height * 0.3;
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y < (ys[0] ?? 0) && y > (ys.at(-1) ?? 0);
}

/** The cell at each place of the grid; places without a line between them share one. */
function findCells({ xs, ys, lines }: Grid, columns: number, rows: number): Cell[] {
  const cells: Cell[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      const y = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
      const leftOf = column > 0 && !hasLine(lines.vertical, xs[column] ?? 0, y);
      const below = row > 0 && !hasLine(lines.horizontal, ys[row] ?? 0, x);
      const joined =
        (leftOf ? cells[row * columns + column - 1] : undefined) ??
        (below ? cells[(row - 1) * columns + column] : undefined);
      const cell = joined ?? { first: row, last: row, left: column, right: column, pieces: [] };
      cell.last = Math.max(cell.last, row);
      cell.right = Math.max(cell.right, column);
      cells.push(cell);
    }
  }
  return cells;
}

/** Some programs write a row's text as one piece: it is parted where it crosses a line, all signs taken as equally wide. */
function splitAtColumns(
  piece: PlacedText,
  { xs, ys }: Grid,
  cells: readonly Cell[],
  columns: number,
): PlacedText[] {
  const row = indexBetween(ys, piece.y + piece.height * 0.3, -1);
  const from = indexBetween(xs, piece.x + 1, 1);
  const to = indexBetween(xs, piece.x + piece.width - piece.height / 2, 1);
  if (from >= to || cells[row * columns + from] === cells[row * columns + to]) return [piece];
  const signs = Array.from(piece.text);
  const weights = signs.map((sign) => (/[\u2e80-\uffef]/.test(sign) ? 1 : 0.5));
  const unit = piece.width / weights.reduce((sum, weight) => sum + weight, 0);
  const parts: { text: string; x: number; width: number; column: number }[] = [];
  let x = piece.x;
  signs.forEach((sign, i) => {
    const width = (weights[i] ?? 1) * unit;
    const column = indexBetween(xs, x + width / 2, 1);
    const part = parts.at(-1);
    if (part?.column === column) {
      part.text += sign;
      part.width += width;
    } else parts.push({ text: sign, x, width, column });
    x += width;
  });
  return parts
    .filter(({ text }) => text.trim() !== '')
    .map((part) => ({ text: part.text, x: part.x, width: part.width, y: piece.y, height: piece.height }));
}

/** The index of the gap of `lines` (rising: `way` 1, falling: -1) in which `at` lies. */
function indexBetween(lines: readonly number[], at: number, way: 1 | -1): number {
  for (let i = 0; i < lines.length - 2; i += 1) if (way * at < way * (lines[i + 1] ?? 0)) return i;
  return lines.length - 2;
}

/** A line that reaches the cell's right edge goes on in the next one. */
function cellText(pieces: readonly PlacedText[], right: number): string {
  let text = '';
  let isOpen = false;
  for (const line of gatherLines(pieces)) {
    const printed = lineText(line.pieces);
    const glue = /[a-z]$/i.test(text) && /^[a-z]/i.test(printed) ? ' ' : '';
    text += text === '' ? printed : `${isOpen ? glue : '\n'}${printed}`;
    const end = Math.max(...line.pieces.map((piece) => piece.x + piece.width));
    isOpen = right - end < line.height * 2.5;
  }
  return text;
}
