import { LETTER, PAGE, PAGE_NUMBER, SIZE, WORD } from '../format/figures.js';
import { twipsOfMm, twipsOfPoints } from '../format/units.js';
import type { OfficialForm } from '../model/official-document.js';
import { paragraph } from './paragraph.js';
import { field, run } from './run.js';
import { element, NAMESPACES, XML_HEAD } from './xml.js';

/** Twips. The right and lower margins are what the type area leaves. */
export const SHEET = {
  width: twipsOfMm(PAGE.widthMm),
  height: twipsOfMm(PAGE.heightMm),
  top: twipsOfMm(PAGE.topMm),
  bottom: twipsOfMm(PAGE.bottomMm),
  left: twipsOfMm(PAGE.leftMm),
  right: twipsOfMm(PAGE.rightMm),
  get textWidth(): number {
    return this.width - this.left - this.right;
  },
} as const;

/** From the lower edge of the page to that of the number's line. */
const NUMBER_FROM_BOTTOM =
  SHEET.bottom - twipsOfMm(PAGE_NUMBER.belowTypeAreaMm) - twipsOfPoints(PAGE_NUMBER.linePoints);
const LETTER_RULE_FROM_BOTTOM = twipsOfMm(LETTER.ruleAbovePageBottomMm);

/** `w:sectPr`. A letter's first page has a head and a foot of its own. */
export function sectionProperties(form: OfficialForm): string {
  const isLetter = form === 'letter';
  const reference = (part: 'header' | 'footer', type: string, id: string): string =>
    element(`w:${part}Reference`, { 'w:type': type, 'r:id': id });
  return element(
    'w:sectPr',
    {},
    isLetter ? reference('header', 'first', 'rIdHeaderFirst') : '',
    reference('footer', 'even', 'rIdFooterEven'),
    reference('footer', 'default', 'rIdFooterOdd'),
    isLetter ? reference('footer', 'first', 'rIdFooterFirst') : '',
    element('w:pgSz', { 'w:w': SHEET.width, 'w:h': SHEET.height }),
    element('w:pgMar', {
      'w:top': SHEET.top,
      'w:right': SHEET.right,
      'w:bottom': SHEET.bottom,
      'w:left': SHEET.left,
      'w:header': isLetter ? twipsOfMm(LETTER.markTopMm) : 851,
      'w:footer': isLetter ? LETTER_RULE_FROM_BOTTOM : NUMBER_FROM_BOTTOM,
      'w:gutter': 0,
    }),
    isLetter ? '<w:titlePg/>' : '',
    element('w:docGrid', {
      'w:type': 'lines',
      'w:linePitch': WORD.linePitchTwips,
    }),
  );
}

/** The foot of odd or even pages: `— 1 —`, at the outer edge. */
export function pageNumberPart(side: 'odd' | 'even', form: OfficialForm): string {
  const inwards = PAGE_NUMBER.indentCharacters * twipsOfPoints(SIZE.four);
  // A letter's foot hangs lower, for the rule of its first page; the number keeps its height.
  const after = form === 'letter' ? NUMBER_FROM_BOTTOM - LETTER_RULE_FROM_BOTTOM : 0;
  const number = paragraph(
    {
      style: 'PageNumber',
      align: side === 'odd' ? 'right' : 'left',
      indent: side === 'odd' ? { right: inwards, twips: true } : { left: inwards, twips: true },
      ...(after === 0 ? {} : { after }),
    },
    run(PAGE_NUMBER.before),
    field('PAGE', side === 'odd' ? '1' : '2'),
    run(PAGE_NUMBER.after),
  );
  return XML_HEAD + element('w:ftr', NAMESPACES, number);
}
