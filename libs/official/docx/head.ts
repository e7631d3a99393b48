import { HEAD, JOINT, LETTER, SIGNER, WORD } from '../format/figures.js';
import { pointsOfMm, twipsOfMm, twipsOfPoints } from '../format/units.js';
import { jointMarkOf, linesAboveMark, markOf, markPoints, type JointMark } from '../compose/compose-head.js';
import { signerLines } from '../compose/compose-signers.js';
import { widthOf } from '../compose/width-of.js';
import { documentNumberText, type OfficialDocument } from '../model/official-document.js';
import { blankLines, paragraph } from './paragraph.js';
import { run, tab } from './run.js';
import { SHEET } from './section.js';
import { element, NAMESPACES, valued, XML_HEAD } from './xml.js';

/** A line's exact height as a multiple of the mark's type, and how far below its top the mark's ink begins. D */
const MARK_LINE = 1.2;
const MARK_INK = 0.12;
/** From the ink of the number's figures down to the end of their line, in points: what the rule's distance already has. D */
const BELOW_NUMBER_INK = 4;

/** The head of a document or of minutes: mark, number, red rule. */
export function redHead(document: OfficialDocument): string {
  const above = linesAboveMark(document);
  const joint = jointMarkOf(document);
  const mark = markOf(document);
  const points = joint?.points ?? markPoints(mark, document.form);
  const down =
    twipsOfMm(HEAD.markTopMm) - above.length * WORD.linePitchTwips - twipsOfPoints(points * MARK_INK);
  return [
    ...above.map(({ text, face }) => paragraph({ style: 'Blank' }, run(text, { face }))),
    joint === null
      ? markParagraph(mark, points, Math.max(0, down))
      : paragraph({ style: 'Blank', line: Math.max(20, down) }) + jointMarkTable(joint),
    blankLines(HEAD.linesBeforeNumber),
    numberXml(document),
  ].join('');
}

/** The number with the red rule below it: in the middle, or, of what goes upward, at the left, with the last signers at the right. */
function numberXml(document: OfficialDocument): string {
  const borders = element('w:bottom', {
    'w:val': 'single',
    'w:sz': HEAD.ruleEighths,
    'w:space': Math.round(pointsOfMm(HEAD.ruleBelowNumberMm) - BELOW_NUMBER_INK),
    'w:color': HEAD.red,
  });
  const signers = signerLines(document);
  if (signers === null) return paragraph({ style: 'Number', borders }, run(numberText(document)));
  // Room by spaces, not by an indent: the rule below would be indented with it.
  const inwards = '\u3000'.repeat(SIGNER.indentCharacters);
  return signers
    .map(({ lead, names, namesAt }, at) => {
      const isLast = at === signers.length - 1;
      const leadAt = namesAt - widthOf(lead);
      return paragraph(
        {
          style: 'Number',
          align: 'left',
          tabs: element('w:tab', { 'w:val': 'left', 'w:pos': Math.round(leadAt * WORD.characterTwips) }),
          ...(isLast ? { borders } : {}),
        },
        isLast ? run(inwards + numberText(document)) : '',
        tab,
        lead === '' ? '' : run(lead),
        run(names, { face: 'kai' }),
      );
    })
    .join('');
}

/** 联合行文: names one below the other, spread to one width, and 文件 beside the middle of them. */
function jointMarkTable({ names, word, points }: JointMark): string {
  const line = twipsOfPoints(points * JOINT.lineFactor);
  // A little wider than what stands in them: no program may break a name.
  const wordWide = Math.ceil(twipsOfPoints(points * (widthOf(word) + JOINT.gapFactor) * 1.05));
  const namesWide = Math.ceil(twipsOfPoints(points * Math.max(...names.map(widthOf)) * 1.05));
  const cell = (width: number, ...content: readonly string[]): string =>
    element(
      'w:tc',
      {},
      element(
        'w:tcPr',
        {},
        element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
        valued('w:vAlign', 'center'),
      ),
      ...content,
    );
  const words = (align: 'left' | 'right', ...runs: readonly string[]): string =>
    paragraph({ style: 'Mark', line, align }, ...runs);
  const look = { points, color: HEAD.red };
  const widest = Math.max(...names.map(widthOf));
  // Spread by the room between characters, which every program keeps.
  const spread = (name: string): string[] => {
    const letters = [...name];
    const spacing = Math.floor(
      twipsOfPoints(points * (widest - widthOf(name))) / Math.max(1, letters.length - 1),
    );
    return [run(letters.slice(0, -1).join(''), { ...look, spacing }), run(letters.at(-1) ?? '', look)];
  };
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': namesWide + wordWide, 'w:type': 'dxa' }),
      valued('w:jc', 'center'),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element(
        'w:tblCellMar',
        {},
        ...['left', 'right'].map((side) => element(`w:${side}`, { 'w:w': 0, 'w:type': 'dxa' })),
      ),
    ),
    element('w:tblGrid', {}, ...[namesWide, wordWide].map((width) => element('w:gridCol', { 'w:w': width }))),
    element(
      'w:tr',
      {},
      element('w:trPr', {}, '<w:cantSplit/>'),
      cell(namesWide, ...names.map((name) => words('left', ...spread(name)))),
      cell(wordWide, words('right', run(word, look))),
    ),
  );
}

/** A draft has no number: the place is left, as wide as one that will stand there. */
export const numberText = ({ number }: OfficialDocument): string =>
  number === null ? '\u3000'.repeat(8) : documentNumberText(number);

function markParagraph(mark: string, points: number, before: number): string {
  return paragraph(
    { style: 'Mark', before, line: twipsOfPoints(points * MARK_LINE) },
    run(mark, { points, color: HEAD.red }),
  );
}

/** The lines of a letter below its first rule: number to the right, secrecy and urgency to the left. */
export function letterHead(document: OfficialDocument): string {
  const left = linesAboveMark(document);
  const rightTab = element('w:tab', { 'w:val': 'right', 'w:pos': SHEET.textWidth });
  return Array.from({ length: Math.max(1, left.length) }, (_, line) => {
    const item = left[line];
    const words = item === undefined ? '' : run(item.text, { face: item.face });
    return line === 0
      ? paragraph({ style: 'Addressee', tabs: rightTab }, words, tab, run(numberText(document)))
      : paragraph({ style: 'Addressee' }, words);
  }).join('');
}

/** The rules of a letter are wider than the type area and stand in the middle of the page. */
const WIDE = {
  left: twipsOfMm((210 - LETTER.ruleWidthMm) / 2) - SHEET.left,
  right: twipsOfMm((210 - LETTER.ruleWidthMm) / 2) - SHEET.right,
  twips: true,
} as const;

/** The header of a letter's first page: the mark, and the thick-thin rule below it. */
export function letterHeaderPart(document: OfficialDocument): string {
  const mark = markOf(document);
  const points = markPoints(mark, 'letter');
  const descent = points * (MARK_LINE - 1) * 0.5;
  const content = paragraph(
    {
      style: 'Mark',
      line: twipsOfPoints(points * MARK_LINE),
      indent: WIDE,
      after: twipsOfMm(6),
      borders: letterRule('bottom', Math.max(1, Math.round(pointsOfMm(LETTER.ruleBelowMarkMm) - descent))),
    },
    run(mark, { points, color: HEAD.red }),
  );
  return XML_HEAD + element('w:hdr', NAMESPACES, content);
}

/** The footer of a letter's first page: the thin-thick rule above the page's lower edge, and no number. */
export function letterFooterPart(): string {
  return (
    XML_HEAD +
    element(
      'w:ftr',
      NAMESPACES,
      paragraph({ style: 'PageNumber', indent: WIDE, line: 20, borders: letterRule('bottom', 0) }),
    )
  );
}

function letterRule(side: 'bottom', space: number): string {
  const thickOverThin = space > 0;
  return element(`w:${side}`, {
    'w:val': thickOverThin ? 'thickThinSmallGap' : 'thinThickSmallGap',
    'w:sz': LETTER.ruleEighths,
    'w:space': space,
    'w:color': HEAD.red,
  });
}
