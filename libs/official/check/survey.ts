import { Looks, type ParagraphLook, type RunLook } from './looks.js';
import { ListNumbers } from './list-numbers.js';
import type { Parts } from './read-parts.js';
import { all, child, childrenOf, numberOf, type Tree } from './xml-tree.js';

export interface SurveyedRun {
  readonly text: string;
  readonly look: RunLook;
}
export interface SurveyedParagraph {
  /** From 1, as they stand in the file, those of tables among them. */
  readonly number: number;
  /** With the number that a list gives it. */
  readonly text: string;
  /** What a list wrote of that. */
  readonly listNumber: string;
  readonly runs: readonly SurveyedRun[];
  readonly look: ParagraphLook;
  /** Its own tab stops from left to right, in twips. */
  readonly tabs: readonly { readonly kind: string; readonly at: number }[];
  readonly table: Tree | undefined;
  readonly hasPageBreakBefore: boolean;
  readonly hasDrawing: boolean;
}
export interface Survey {
  readonly paragraphs: readonly SurveyedParagraph[];
  readonly section: Tree | undefined;
  readonly tables: readonly Tree[];
  readonly evenAndOdd: boolean;
  /** The parts of the last section: `first`, `default`, `even`. */
  readonly headers: ReadonlyMap<string, readonly SurveyedParagraph[]>;
  readonly footers: ReadonlyMap<string, readonly SurveyedParagraph[]>;
  readonly isTitlePage: boolean;
}

/** What a file says, paragraph by paragraph, with the looks that come out in the end. */
export function survey(parts: Parts): Survey {
  const looks = new Looks(parts.styles);
  const body = child(parts.document, 'body') ?? parts.document;
  const numbers = new ListNumbers(parts.numbering);
  const section = all(body, 'sectPr').at(-1);
  const references = (kind: 'header' | 'footer'): Map<string, SurveyedParagraph[]> => {
    const found = new Map<string, SurveyedParagraph[]>();
    for (const { attributes } of childrenOf(section, `${kind}Reference`)) {
      const part = parts.byId(attributes['id'] ?? '');
      if (part)
        found.set(attributes['type'] ?? 'default', paragraphsOf(part, looks, new ListNumbers(undefined)));
    }
    return found;
  };
  return {
    paragraphs: paragraphsOf(body, looks, numbers),
    section,
    tables: childrenOf(body, 'tbl'),
    evenAndOdd: isOn(child(parts.settings, 'evenAndOddHeaders')),
    headers: references('header'),
    footers: references('footer'),
    isTitlePage: isOn(child(section, 'titlePg')),
  };
}

const isOn = (tree: Tree | undefined): boolean =>
  tree !== undefined && !['0', 'false', 'off'].includes(tree.attributes['val'] ?? '1');

function paragraphsOf(body: Tree, looks: Looks, numbers: ListNumbers): SurveyedParagraph[] {
  const found: SurveyedParagraph[] = [];
  let endsPage = false;
  const ahead: { tree: Tree; table: Tree | undefined }[] = [{ tree: body, table: undefined }];
  for (let own = ahead.pop(); own; own = ahead.pop()) {
    const { tree, table } = own;
    if (tree.name === 'p') {
      const breaks = pageBreaksOf(tree);
      const one = surveyed(tree, table, found.length + 1, looks, numbers);
      found.push({ ...one, hasPageBreakBefore: one.hasPageBreakBefore || endsPage || breaks.first });
      endsPage = breaks.last;
      continue;
    }
    // A picture's text and what older programs see instead of it are no text of the document.
    if (tree.name === 'Fallback') continue;
    for (let at = tree.children.length - 1; at >= 0; at -= 1) {
      const next = tree.children[at];
      if (next) ahead.push({ tree: next, table: tree.name === 'tbl' ? tree : table });
    }
  }
  return found;
}

function surveyed(
  paragraph: Tree,
  table: Tree | undefined,
  number: number,
  looks: Looks,
  numbers: ListNumbers,
): SurveyedParagraph {
  const look = looks.paragraph(paragraph);
  const listNumber = look.numbering ? numbers.next(look.numbering.list, look.numbering.level) : '';
  const runs = all(paragraph, 'r')
    .map((run) => ({ text: textOf(run), look: looks.run(paragraph, run) }))
    .filter(({ text }) => text !== '');
  return {
    number,
    text: listNumber + runs.map(({ text }) => text).join(''),
    listNumber,
    runs,
    look,
    tabs: childrenOf(child(child(paragraph, 'pPr'), 'tabs'), 'tab')
      .map((tab) => ({ kind: tab.attributes['val'] ?? 'left', at: numberOf(tab, 'pos') ?? 0 }))
      .sort((a, b) => a.at - b.at),
    table,
    hasPageBreakBefore: isOn(child(child(paragraph, 'pPr'), 'pageBreakBefore')),
    hasDrawing: all(paragraph, 'drawing').length > 0,
  };
}

/**
 * Whether a paragraph's words begin behind a page break, or end with one: programs also write it as a character of the paragraph
 * before, or as the end of a section there.
 */
function pageBreaksOf(paragraph: Tree): { first: boolean; last: boolean } {
  const marks = all(paragraph, 'r').flatMap(({ children }) =>
    children.flatMap((own): ('page' | 'words')[] => {
      if (isPageBreak(own)) return ['page'];
      return own.name === 't' && own.text !== '' ? ['words'] : [];
    }),
  );
  const section = child(child(paragraph, 'pPr'), 'sectPr');
  const kind = child(section, 'type')?.attributes['val'] ?? 'nextPage';
  return {
    first: marks[0] === 'page' && marks.includes('words'),
    last: marks.at(-1) === 'page' || (section !== undefined && kind !== 'continuous'),
  };
}

const isPageBreak = ({ name, attributes }: Tree): boolean => name === 'br' && attributes['type'] === 'page';

function textOf(run: Tree): string {
  return run.children
    .map((own) => {
      const { name, text } = own;
      if (name === 't') return text;
      if (name === 'noBreakHyphen') return '-';
      if (name === 'tab') return '\t';
      if (isPageBreak(own)) return '';
      return name === 'br' || name === 'cr' ? '\n' : '';
    })
    .join('');
}

/** Twips of the section's page and margins. */
export function sheetOf(section: Tree | undefined): Readonly<Record<string, number | undefined>> {
  const size = child(section, 'pgSz');
  const margins = child(section, 'pgMar');
  return {
    width: numberOf(size, 'w'),
    height: numberOf(size, 'h'),
    top: numberOf(margins, 'top'),
    bottom: numberOf(margins, 'bottom'),
    left: numberOf(margins, 'left'),
    right: numberOf(margins, 'right'),
  };
}
