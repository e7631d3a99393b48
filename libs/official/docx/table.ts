import { columnPoints, OTHER_TYPEFACES } from '../compose/column-shares.js';
import { TABLE } from '../format/figures.js';
import { twipsOfMm, twipsOfPoints } from '../format/units.js';
import type { Table, TableColumn } from '../model/block.js';
import { text } from '../model/inline.js';
import type { Inline } from '../model/inline.js';
import { paragraph } from './paragraph.js';
import { runsOf } from './run.js';
import { SHEET } from './section.js';
import { element, valued } from './xml.js';

/** A table as wide as the type area: columns of fixed width, so that nothing overflows; its head on every page, its rows whole. */
/** @param keepNext its last row goes on with what follows: a signature or a foot never stands alone on a page */
export function tableXml(table: Table, draft: boolean, keepNext = false): string {
  const points = tablePoints(table);
  const widths = wholeTwips(
    columnPoints(table, points, SHEET.textWidth / twipsOfPoints(1), OTHER_TYPEFACES),
    SHEET.textWidth,
  );
  const row = (cells: readonly (readonly Inline[])[], isHead: boolean, keep = false): string =>
    element(
      'w:tr',
      {},
      element('w:trPr', {}, '<w:cantSplit/>', isHead ? '<w:tblHeader/>' : ''),
      ...table.columns.map((column, at) =>
        cellXml(cells[at] ?? [], column, widths[at] ?? 0, { isHead, points, draft, keepNext: keep }),
      ),
    );
  return [
    table.caption === undefined
      ? ''
      : paragraph({ style: 'Caption1', keepNext: true, before: 120 }, runsOf([text(table.caption)], false)),
    element(
      'w:tbl',
      {},
      element(
        'w:tblPr',
        {},
        element('w:tblW', { 'w:w': SHEET.textWidth, 'w:type': 'dxa' }),
        element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
        borders(),
        element('w:tblLayout', { 'w:type': 'fixed' }),
        element('w:tblCellMar', {}, margin('left'), margin('right')),
      ),
      element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width }))),
      row(
        table.columns.map(({ title }) => [text(title)]),
        true,
      ),
      ...table.rows.map((cells, at) => row(cells, false, keepNext && at === table.rows.length - 1)),
    ),
    // Tables that follow one another would become one.
    paragraph({ style: 'Blank', line: 120, keepNext }),
  ].join('');
}

export const tablePoints = ({ columns }: Table): number =>
  columns.length > TABLE.columnsAtFullSize ? TABLE.crowdedPoints : TABLE.rowPoints;

/** Widths in the same proportion, in twips and together exactly `whole`. */
function wholeTwips(widths: readonly number[], whole: number): number[] {
  let left = whole;
  let ahead = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => {
    const own = ahead === 0 ? 0 : Math.round((left * width) / ahead);
    left -= own;
    ahead -= width;
    return own;
  });
}

interface CellLook {
  readonly isHead: boolean;
  readonly points: number;
  readonly draft: boolean;
  readonly keepNext: boolean;
}

function cellXml(
  line: readonly Inline[],
  { align }: TableColumn,
  width: number,
  { isHead, points, draft, keepNext }: CellLook,
): string {
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), valued('w:vAlign', 'center')),
    paragraph(
      {
        style: 'TableCell',
        keepNext,
        align: isHead ? 'center' : align,
        line: twipsOfPoints(points * TABLE.lineFactor),
        before: 40,
        after: 40,
      },
      runsOf(line, draft, isHead ? { face: 'hei', points } : { points }),
    ),
  );
}

function borders(): string {
  return element(
    'w:tblBorders',
    {},
    ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
      element(`w:${side}`, {
        'w:val': 'single',
        'w:sz': TABLE.ruleEighths,
        'w:space': 0,
        'w:color': '000000',
      }),
    ),
  );
}

const margin = (side: string): string =>
  element(`w:${side}`, { 'w:w': twipsOfMm(TABLE.cellMarginMm), 'w:type': 'dxa' });
