import { copiesText, printedText } from '../compose/compose-foot.js';
import { FOOT, SIZE } from '../format/figures.js';
import { eighthPointsOfMm, twipsOfPoints } from '../format/units.js';
import type { Foot, OfficialForm } from '../model/official-document.js';
import { paragraph } from './paragraph.js';
import { run, tab } from './run.js';
import { SHEET } from './section.js';
import { element, valued } from './xml.js';

/** LibreOffice lets a table float only if it is narrower than the type area: by 0.2 mm, which nobody sees. */
const WIDTH = SHEET.textWidth - 12;
const INWARDS = FOOT.indentCharacters * twipsOfPoints(SIZE.four);

/**
 * 版记: a table that hangs on the lower edge of the last page's type area, its rules as wide as the type area. A letter names
 * copies only, without rules.
 */
export function footTable(foot: Foot, form: OfficialForm): string {
  const copies = copiesText(foot);
  const rows = [
    ...(copies === null
      ? []
      : [
          paragraph(
            {
              style: 'Foot',
              indent: { left: INWARDS + 3 * 280, right: INWARDS, hanging: 3 * 280, twips: true },
              align: 'both',
            },
            run(copies),
          ),
        ]),
    ...(form === 'letter'
      ? []
      : [
          paragraph(
            {
              style: 'Foot',
              indent: { left: INWARDS, right: INWARDS, twips: true },
              tabs: element('w:tab', { 'w:val': 'right', 'w:pos': SHEET.textWidth - INWARDS }),
            },
            run(foot.printedBy),
            tab,
            run(printedText(foot)),
          ),
        ]),
  ];
  if (rows.length === 0) return '';
  const table = element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblpPr', {
        'w:leftFromText': 0,
        'w:rightFromText': 0,
        'w:vertAnchor': 'margin',
        'w:horzAnchor': 'margin',
        'w:tblpXSpec': 'center',
        'w:tblpYSpec': 'bottom',
      }),
      valued('w:tblOverlap', 'never'),
      element('w:tblW', { 'w:w': WIDTH, 'w:type': 'dxa' }),
      form === 'letter' ? '' : rules(rows.length),
      element('w:tblLayout', { 'w:type': 'fixed' }),
    ),
    element('w:tblGrid', {}, element('w:gridCol', { 'w:w': WIDTH })),
    ...rows.map((content) =>
      element(
        'w:tr',
        {},
        element('w:trPr', {}, '<w:cantSplit/>'),
        element(
          'w:tc',
          {},
          element('w:tcPr', {}, element('w:tcW', { 'w:w': WIDTH, 'w:type': 'dxa' })),
          content,
        ),
      ),
    ),
  );
  // What the table hangs on: a line that takes no room.
  return table + paragraph({ style: 'Blank', line: 20 });
}

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
