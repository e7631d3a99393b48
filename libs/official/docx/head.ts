import { HEAD, LETTER, WORD } from '../format/figures.js';
import { pointsOfMm, twipsOfMm, twipsOfPoints } from '../format/units.js';
import { linesAboveMark, markOf, markPoints } from '../compose/compose-head.js';
import { documentNumberText, type OfficialDocument } from '../model/official-document.js';
import { blankLines, paragraph } from './paragraph.js';
import { run, tab } from './run.js';
import { SHEET } from './section.js';
import { element, NAMESPACES, XML_HEAD } from './xml.js';

/** A line's exact height as a multiple of the mark's type, and how far below its top the mark's ink begins. D */
const MARK_LINE = 1.2;
const MARK_INK = 0.12;
/** From the ink of the number's figures down to the end of their line, in points: what the rule's distance already has. D */
const BELOW_NUMBER_INK = 4;

/** The head of a document or of minutes: mark, number, red rule. */
export function redHead(document: OfficialDocument): string {
  const above = linesAboveMark(document);
  const mark = markOf(document);
  const points = markPoints(mark, document.form);
  const down =
    twipsOfMm(HEAD.markTopMm) - above.length * WORD.linePitchTwips - twipsOfPoints(points * MARK_INK);
  return [
    ...above.map(({ text, face }) => paragraph({ style: 'Blank' }, run(text, { face }))),
    markParagraph(mark, points, Math.max(0, down)),
    blankLines(HEAD.linesBeforeNumber),
    paragraph(
      {
        style: 'Number',
        borders: element('w:bottom', {
          'w:val': 'single',
          'w:sz': HEAD.ruleEighths,
          'w:space': Math.round(pointsOfMm(HEAD.ruleBelowNumberMm) - BELOW_NUMBER_INK),
          'w:color': HEAD.red,
        }),
      },
      run(numberText(document)),
    ),
  ].join('');
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
