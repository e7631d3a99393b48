import { BODY, WORD, type FaceName } from '../format/figures.js';
import { runProperties } from './run.js';
import { element, NAMESPACES, valued, XML_HEAD } from './xml.js';

interface ListLevel {
  readonly format: string;
  readonly text: string;
  readonly face: FaceName;
}

/** `一、` `（一）` `1.` `（1）`. */
const LEVELS: readonly ListLevel[] = [
  { format: 'chineseCountingThousand', text: '%1、', face: 'hei' },
  { format: 'chineseCountingThousand', text: '（%2）', face: 'kai' },
  { format: 'decimal', text: '%3.', face: 'text' },
  { format: 'decimal', text: '（%4）', face: 'text' },
];

/** `word/numbering.xml`: a list of headings for the text and one for each annex, so that each begins with `一、`. */
export function numberingPart(lists: number): string {
  const abstract = Array.from({ length: lists }, (_, list) =>
    element(
      'w:abstractNum',
      { 'w:abstractNumId': list },
      valued('w:multiLevelType', 'multilevel'),
      ...LEVELS.map(levelOf),
    ),
  );
  const concrete = Array.from({ length: lists }, (_, list) =>
    element('w:num', { 'w:numId': list + 1 }, valued('w:abstractNumId', list)),
  );
  return XML_HEAD + element('w:numbering', NAMESPACES, ...abstract, ...concrete);
}

function levelOf({ format, text, face }: ListLevel, level: number): string {
  return element(
    'w:lvl',
    { 'w:ilvl': level },
    valued('w:start', 1),
    valued('w:numFmt', format),
    valued('w:suff', 'nothing'),
    valued('w:lvlText', text),
    valued('w:lvlJc', 'left'),
    element(
      'w:pPr',
      {},
      element('w:ind', {
        'w:left': 0,
        'w:firstLine': BODY.firstLineCharacters * WORD.characterTwips,
        'w:firstLineChars': BODY.firstLineCharacters * 100,
      }),
    ),
    runProperties({ face }),
  );
}
