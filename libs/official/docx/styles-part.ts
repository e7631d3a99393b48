import { BODY, FACE, FOOT, PAGE_NUMBER, SIZE, TABLE, WORD, type FaceName } from '../format/figures.js';
import { halfPoints, twipsOfPoints } from '../format/units.js';
import { paragraphProperties, type ParagraphLook, type StyleId } from './paragraph.js';
import { fonts, runProperties } from './run.js';
import { element, NAMESPACES, valued, XML_HEAD } from './xml.js';

interface StyleModel {
  readonly name: string;
  readonly face?: FaceName;
  readonly points?: number;
  readonly look?: ParagraphLook;
  /** Twips between characters, where they need not give way for 28 in a line. */
  readonly spacing?: number;
  /** Level in the outline of the document, from 0. */
  readonly outline?: number;
}

const firstLine = { firstLine: BODY.firstLineCharacters };
const heading = (level: number, face: FaceName): StyleModel => ({
  name: `公文${'一二三四'.charAt(level)}级标题`,
  face,
  look: { indent: firstLine, align: 'both' },
  outline: level,
});

/** Styles with the names that a clerk finds in Word's list. */
const STYLES: Readonly<Record<StyleId, StyleModel>> = {
  Text: { name: '公文正文', look: { indent: firstLine, align: 'both' } },
  Mark: { name: '公文发文机关标志', face: 'title', spacing: 0, look: { align: 'center' } },
  Title1: {
    name: '公文标题',
    face: 'title',
    points: SIZE.two,
    spacing: 0,
    look: { line: twipsOfPoints(BODY.titleLinePoints), align: 'center' },
  },
  Number: { name: '公文发文字号', look: { align: 'center' } },
  Addressee: { name: '公文主送机关' },
  Level1: heading(0, 'hei'),
  Level2: heading(1, 'kai'),
  Level3: heading(2, 'text'),
  Level4: heading(3, 'text'),
  Signature1: { name: '公文署名和日期', look: { align: 'right' } },
  AnnexMark: { name: '公文附件', face: 'hei' },
  TableCell: { name: '公文表格', points: TABLE.rowPoints, spacing: 0 },
  Caption1: {
    name: '公文图表题',
    face: 'hei',
    points: TABLE.captionPoints,
    spacing: 0,
    look: { align: 'center' },
  },
  Foot: { name: '公文版记', points: SIZE.four, spacing: 0, look: { line: twipsOfPoints(FOOT.linePoints) } },
  PageNumber: {
    name: '公文页码',
    face: 'song',
    points: SIZE.four,
    spacing: 0,
    look: { line: twipsOfPoints(PAGE_NUMBER.linePoints) },
  },
  Blank: { name: '公文空行' },
};

/** `word/styles.xml`. */
export function stylesPart(): string {
  const defaults = element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        fonts('text'),
        valued('w:spacing', WORD.characterSpacing),
        valued('w:kern', 0),
        valued('w:sz', halfPoints(SIZE.three)),
        valued('w:szCs', halfPoints(SIZE.three)),
        element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
      ),
    ),
    element('w:pPrDefault', {}, element('w:pPr', {}, valued('w:autoSpaceDE', 0), valued('w:autoSpaceDN', 0))),
  );
  const normal = element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    valued('w:name', 'Normal'),
    '<w:qFormat/>',
    // Exact lines and characters: no space of Word's own between Chinese and figures, no mark outside the type area, no
    // line snapped to two of the grid.
    element(
      'w:pPr',
      {},
      valued('w:widowControl', 0),
      valued('w:overflowPunct', 0),
      valued('w:autoSpaceDE', 0),
      valued('w:autoSpaceDN', 0),
      valued('w:snapToGrid', 0),
      element('w:spacing', {
        'w:before': 0,
        'w:after': 0,
        'w:line': WORD.linePitchTwips,
        'w:lineRule': 'exact',
      }),
    ),
  );
  const own = (Object.entries(STYLES) as [StyleId, StyleModel][]).map(([id, model]) => styleOf(id, model));
  return XML_HEAD + element('w:styles', NAMESPACES, defaults, normal, TABLE_STYLE, ...own);
}

const TABLE_STYLE = element(
  'w:style',
  { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
  valued('w:name', 'Normal Table'),
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>',
  element(
    'w:tblPr',
    {},
    element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
    element(
      'w:tblCellMar',
      {},
      ...['top', 'left', 'bottom', 'right'].map((side) =>
        element(`w:${side}`, { 'w:w': 0, 'w:type': 'dxa' }),
      ),
    ),
  ),
);

function styleOf(id: StyleId, { name, face, points, spacing, look, outline }: StyleModel): string {
  const properties = paragraphProperties(look ?? {}, true);
  const outlined =
    outline === undefined
      ? properties
      : properties.replace('</w:pPr>', `${valued('w:outlineLvl', outline)}</w:pPr>`);
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': 1, 'w:styleId': id },
    valued('w:name', name),
    valued('w:basedOn', 'Normal'),
    '<w:qFormat/>',
    outlined,
    runProperties({
      ...(face === undefined ? {} : { face }),
      ...(points === undefined ? {} : { points }),
      ...(spacing === undefined ? {} : { spacing }),
    }),
  );
}

/** `word/fontTable.xml`: what to take where a typeface is not installed. */
export function fontTablePart(): string {
  const entries = Object.values(FACE).map(({ name, also: [instead] }) =>
    element(
      'w:font',
      { 'w:name': name },
      valued('w:altName', instead),
      valued('w:charset', '86'),
      valued('w:family', 'auto'),
      valued('w:pitch', 'variable'),
    ),
  );
  return XML_HEAD + element('w:fonts', NAMESPACES, ...entries);
}
