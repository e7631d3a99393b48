import { columnPoints } from '../compose/column-shares.js';
import { PIECE_OF_CELL } from '../compose/held-together.js';
import { tablePoints } from '../docx/table.js';
import { TABLE } from '../format/figures.js';
import { pointsOfMm } from '../format/units.js';
import type { Table } from '../model/block.js';
import { text, type Inline } from '../model/inline.js';
import { breakLines, type Line } from './break-lines.js';
import { setLine, type Flow } from './flow.js';
import { full, lineOf } from './lay-out-head.js';
import { spansOf } from './spans-of.js';
import { LOOK, SHEET, type Look, type Mark } from './sheet.js';

interface Cell {
  readonly lines: readonly Line<Look>[];
  readonly align: 'left' | 'center' | 'right';
}
const MARGIN = pointsOfMm(TABLE.cellMarginMm);
const WEIGHT = TABLE.ruleEighths / 8;
/** Above and below the lines of a cell. */
const PAD = 3;
/** Below a table. */
const BELOW = 2 * PAD;

/** A table whose cells are broken into lines. */
export interface MeasuredTable {
  readonly caption: string | undefined;
  readonly edges: readonly number[];
  /** Of a line within a cell. */
  readonly lineHeight: number;
  readonly head: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Breaks the cells into lines. No piece of a row is higher than `room` with caption and head above it. */
export function measureTable(table: Table, draft: boolean, room: number): MeasuredTable {
  const size = tablePoints(table);
  const lineHeight = size * TABLE.lineFactor;
  const edges = edgesOf(table);
  const cells = (row: readonly (readonly Inline[])[], isHead: boolean): Cell[] =>
    table.columns.map((column, at) => {
      const wide = ((edges[at + 1] ?? 0) - (edges[at] ?? 0) - 2 * MARGIN) / size;
      const look: Look = { face: isHead ? 'hei' : 'text', size };
      return {
        lines: breakLines(spansOf(row[at] ?? [], look, draft), { first: wide, others: wide }, PIECE_OF_CELL),
        align: isHead ? 'center' : column.align,
      };
    });
  const head = cells(
    table.columns.map(({ title }) => [text(title)]),
    true,
  );
  const left = room - captionHeight(table) - rowHeight(head, lineHeight) - 4 * PAD;
  const most = Math.max(1, Math.floor(left / lineHeight));
  const rows = table.rows.flatMap((row) => pieces(cells(row, false), most));
  return { caption: table.caption, edges, lineHeight, head, rows };
}

const captionHeight = ({ caption }: Pick<MeasuredTable, 'caption'> | Table): number =>
  caption === undefined ? 0 : SHEET.pitch;

const rowHeight = (row: readonly Cell[], lineHeight: number): number =>
  Math.max(1, ...row.map(({ lines }) => lines.length)) * lineHeight + 2 * PAD;

/** Caption, head and first row stand together; with `tail` where there is no other row. */
export function leadingHeight(table: MeasuredTable, tail: number): number {
  const [first] = table.rows;
  const head = captionHeight(table) + rowHeight(table.head, table.lineHeight);
  return (
    head +
    (first ? rowHeight(first, table.lineHeight) : 0) +
    (table.rows.length <= 1 && tail > 0 ? BELOW + tail : 0)
  );
}

/** A table as wide as the type area; its head again on every page, a row whole unless it is higher than a page. The last row keeps `tail` points with it. */
export function layOutTable(table: MeasuredTable, flow: Flow, tail = 0): void {
  const { caption, edges, lineHeight, head, rows } = table;
  const draw = (row: readonly Cell[]): void => {
    flow.page.push(...rowMarks(row, edges, flow.y, rowHeight(row, lineHeight), lineHeight));
    flow.y += rowHeight(row, lineHeight);
  };
  flow.need(leadingHeight(table, tail));
  if (caption !== undefined) {
    flow.page.push(...setLine(lineOf(caption, LOOK.caption), full('center', SHEET.pitch), flow.y));
    flow.y += SHEET.pitch;
  }
  draw(head);
  for (const [at, row] of rows.entries()) {
    const kept = tail > 0 && at === rows.length - 1 ? BELOW + tail : 0;
    if (at > 0 && !flow.fits(rowHeight(row, lineHeight) + kept)) {
      flow.newPage();
      draw(head);
    }
    draw(row);
  }
  flow.y += BELOW;
}

/** The columns' edges from left to right. */
function edgesOf(table: Table): number[] {
  const edges = [SHEET.left];
  for (const width of columnPoints(table, tablePoints(table), SHEET.textWidth))
    edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

/** A row that no page has room for, in pieces of so many lines. */
function pieces(row: readonly Cell[], most: number): Cell[][] {
  const longest = Math.max(1, ...row.map(({ lines }) => lines.length));
  return Array.from({ length: Math.ceil(longest / most) }, (_, at) =>
    row.map(({ lines, align }) => ({ lines: lines.slice(at * most, (at + 1) * most), align })),
  );
}

function rowMarks(
  row: readonly Cell[],
  edges: readonly number[],
  y: number,
  high: number,
  line: number,
): Mark[] {
  const marks: Mark[] = [];
  for (const [at, { lines, align }] of row.entries()) {
    const place = {
      left: (edges[at] ?? 0) + MARGIN,
      right: (edges[at + 1] ?? 0) - MARGIN,
      align,
      height: line,
    };
    const first = y + (high - lines.length * line) / 2;
    for (const [index, words] of lines.entries()) marks.push(...setLine(words, place, first + index * line));
  }
  const stroke = (from: readonly [number, number], to: readonly [number, number]): Mark => ({
    kind: 'rule',
    from,
    to,
    weight: WEIGHT,
    color: '#000000',
  });
  for (const edge of [y, y + high]) marks.push(stroke([SHEET.left, edge], [SHEET.right, edge]));
  for (const edge of edges) marks.push(stroke([edge, y], [edge, y + high]));
  return marks;
}
