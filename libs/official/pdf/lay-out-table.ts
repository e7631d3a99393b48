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

/** A table as wide as the type area; its head again on every page, a row whole unless it is higher than a page. */
export function layOutTable(table: Table, flow: Flow, draft: boolean): void {
  const size = tablePoints(table);
  const height = size * TABLE.lineFactor;
  const edges = edgesOf(table);
  const cells = (row: readonly (readonly Inline[])[], isHead: boolean): Cell[] =>
    table.columns.map((column, at) => {
      const room = ((edges[at + 1] ?? 0) - (edges[at] ?? 0) - 2 * MARGIN) / size;
      const look: Look = { face: isHead ? 'hei' : 'text', size };
      return {
        lines: breakLines(spansOf(row[at] ?? [], look, draft), { first: room, others: room }),
        align: isHead ? 'center' : column.align,
      };
    });
  const heightOf = (row: readonly Cell[]): number =>
    Math.max(1, ...row.map(({ lines }) => lines.length)) * height + 2 * PAD;
  const head = cells(
    table.columns.map(({ title }) => [text(title)]),
    true,
  );
  const draw = (row: readonly Cell[]): void => {
    flow.page.push(...rowMarks(row, edges, flow.y, heightOf(row), height));
    flow.y += heightOf(row);
  };
  const rows = table.rows.flatMap((row) =>
    pieces(cells(row, false), Math.floor((SHEET.bottom - SHEET.top - heightOf(head)) / height) - 1),
  );
  const captionHeight = table.caption === undefined ? 0 : SHEET.pitch;
  flow.need(captionHeight + heightOf(head) + heightOf(rows[0] ?? head));
  if (table.caption !== undefined) {
    flow.page.push(...setLine(lineOf(table.caption, LOOK.caption), full('center', SHEET.pitch), flow.y));
    flow.y += SHEET.pitch;
  }
  draw(head);
  for (const row of rows) {
    if (!flow.fits(heightOf(row))) {
      flow.newPage();
      draw(head);
    }
    draw(row);
  }
  flow.y += PAD * 2;
}

/** The columns' edges from left to right, by the proportion of their shares. */
function edgesOf({ columns }: Table): number[] {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const edges = [SHEET.left];
  for (const { width } of columns)
    edges.push((edges.at(-1) ?? 0) + (SHEET.textWidth * width) / Math.max(shares, 1e-9));
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
