import { WORD } from '../format/figures.js';
import { element, valued } from './xml.js';

/** How a paragraph departs from its style. Lengths in twips, indents in characters in hundredths where so named. */
export interface ParagraphLook {
  readonly style?: StyleId;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** The list of headings that this one counts in, and its level from 0. */
  readonly numbering?: { readonly list: number; readonly level: number };
  /** `w:pBdr`'s content. */
  readonly borders?: string;
  readonly tabs?: string;
  readonly before?: number;
  readonly after?: number;
  /** Exact height of a line; 0 for one that grows with what stands in it, as pictures need. */
  readonly line?: number;
  readonly indent?: Indent;
  readonly align?: 'left' | 'center' | 'right' | 'both';
}

export interface Indent {
  /** Characters of the paragraph, turned into twips of the body's characters. */
  readonly left?: number;
  readonly right?: number;
  readonly firstLine?: number;
  readonly hanging?: number;
  /** Twips, instead of characters. */
  readonly twips?: boolean;
}

/** Paragraph styles by their ids; their names are in styles-part.ts. */
export type StyleId =
  | 'Text'
  | 'Mark'
  | 'Title1'
  | 'Number'
  | 'Addressee'
  | 'Level1'
  | 'Level2'
  | 'Level3'
  | 'Level4'
  | 'Signature1'
  | 'AnnexMark'
  | 'TableCell'
  | 'Caption1'
  | 'Foot'
  | 'PageNumber'
  | 'Blank';

export function paragraph(look: ParagraphLook, ...content: readonly string[]): string {
  return element('w:p', {}, paragraphProperties(look), ...content);
}

/** `w:pPr`, its children in the order of the schema. */
export function paragraphProperties(look: ParagraphLook, inStyle = false): string {
  const { style, numbering, borders, tabs, indent, align } = look;
  const content = [
    style === undefined || inStyle ? '' : valued('w:pStyle', style),
    look.keepNext ? '<w:keepNext/>' : '',
    look.pageBreakBefore ? '<w:pageBreakBefore/>' : '',
    numbering === undefined
      ? ''
      : element('w:numPr', {}, valued('w:ilvl', numbering.level), valued('w:numId', numbering.list)),
    borders === undefined ? '' : element('w:pBdr', {}, borders),
    tabs === undefined ? '' : element('w:tabs', {}, tabs),
    spacing(look),
    indent === undefined ? '' : indentation(indent),
    align === undefined ? '' : valued('w:jc', align),
  ].join('');
  return content === '' ? '' : element('w:pPr', {}, content);
}

function spacing({ before, after, line }: ParagraphLook): string {
  if (before === undefined && after === undefined && line === undefined) return '';
  return element('w:spacing', {
    'w:before': before,
    'w:after': after,
    'w:line': line === 0 ? 240 : line,
    'w:lineRule': line === undefined ? undefined : line === 0 ? 'auto' : 'exact',
  });
}

/** Word goes by characters where it can, other programs by twips: both are said. */
function indentation(indent: Indent): string {
  const attributes: Record<string, number> = {};
  const sides = ['left', 'right', 'firstLine', 'hanging'] as const;
  for (const side of sides) {
    const amount = indent[side];
    if (amount === undefined) continue;
    attributes[`w:${side}`] = indent.twips ? amount : Math.round(amount * WORD.characterTwips);
    if (!indent.twips) attributes[`w:${side}Chars`] = Math.round(amount * 100);
  }
  return element('w:ind', attributes);
}

/** So many blank lines of the body. */
export const blankLines = (count: number, look: ParagraphLook = {}): string =>
  paragraph({ style: 'Blank', ...look }).repeat(count);
