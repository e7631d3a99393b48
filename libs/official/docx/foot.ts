import { copiesText, printedText } from '../compose/compose-foot.js';
import { FOOT, SIZE } from '../format/figures.js';
import { eighthPointsOfMm, twipsOfPoints } from '../format/units.js';
import type { Foot, OfficialForm } from '../model/official-document.js';
import { paragraph, type Indent } from './paragraph.js';
import { run, tab } from './run.js';
import { SHEET } from './section.js';
import { element, valued } from './xml.js';

const CHARACTER = twipsOfPoints(SIZE.four);
const INWARDS = FOOT.indentCharacters * CHARACTER;
/** `抄送：` */
const LEAD = 3 * CHARACTER;
/**
 * 版记: a table that hangs on the lower edge of the last page's type area, its rules as wide as the type area. A letter names
 * copies only, without rules.
 */
export function footTable(foot: Foot, form: OfficialForm): string {
  const copies = copiesText(foot);
  const hasRules = form !== 'letter';
  const rows = [
    ...(copies === null
      ? []
      : [row({ left: INWARDS + LEAD, right: INWARDS, hanging: LEAD, twips: true }, run(copies))]),
    ...(hasRules
      ? [
          row(
            { left: INWARDS, right: INWARDS, twips: true },
            run(foot.printedBy),
            tab,
            run(printedText(foot)),
          ),
        ]
      : []),
  ];
  if (rows.length === 0) return '';
  const table = element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      PLACE,
      valued('w:tblOverlap', 'never'),
      element('w:tblW', { 'w:w': SHEET.textWidth, 'w:type': 'dxa' }),
      hasRules ? rules(rows.length) : '',
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', {}, NO_MARGIN('left'), NO_MARGIN('right')),
    ),
    element('w:tblGrid', {}, element('w:gridCol', { 'w:w': SHEET.textWidth })),
    ...rows,
  );
  // What the table hangs on: a line that takes no room.
  return table + paragraph({ style: 'Blank', line: 20 });
}

/** Measured from the page's side: anchored to the margin on both axes, LibreOffice would not let it float. */
const PLACE = element('w:tblpPr', {
  'w:leftFromText': 0,
  'w:rightFromText': 0,
  'w:vertAnchor': 'margin',
  'w:horzAnchor': 'page',
  'w:tblpX': SHEET.left,
  'w:tblpYSpec': 'bottom',
});

const NO_MARGIN = (side: string): string => element(`w:${side}`, { 'w:w': 0, 'w:type': 'dxa' });

const RIGHT_TAB = element('w:tab', { 'w:val': 'right', 'w:pos': SHEET.textWidth - INWARDS });

const row = (indent: Indent, ...content: readonly string[]): string =>
  element(
    'w:tr',
    {},
    element('w:trPr', {}, '<w:cantSplit/>'),
    element(
      'w:tc',
      {},
      element('w:tcPr', {}, element('w:tcW', { 'w:w': SHEET.textWidth, 'w:type': 'dxa' })),
      paragraph({ style: 'Foot', tabs: RIGHT_TAB, indent }, ...content),
    ),
  );

function rules(rows: number): string {
  const rule = (side: string, mm: number): string =>
    element(`w:${side}`, {
      'w:val': 'single',
      'w:sz': eighthPointsOfMm(mm),
      'w:space': 0,
      'w:color': '000000',
    });
  return element(
    'w:tblBorders',
    {},
    rule('top', FOOT.outerRuleMm),
    rule('bottom', FOOT.outerRuleMm),
    rows > 1 ? rule('insideH', FOOT.innerRuleMm) : '',
  );
}
