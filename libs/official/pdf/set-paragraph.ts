import { BODY, PAGE } from '../format/figures.js';
import { text } from '../model/inline.js';
import { breakLines, type Line, type Span } from './break-lines.js';
import type { Flow } from './flow.js';
import { full } from './lay-out-head.js';
import { LOOK, SHEET, type Look } from './sheet.js';
import { spansOf } from './spans-of.js';

/** Characters that lines are in from the left. */
export interface Indents {
  readonly first: number;
  readonly others: number;
}
export const FIRST_LINE: Indents = { first: BODY.firstLineCharacters, others: 0 };

/** Text or spans broken into the lines of a paragraph. */
export function linesOfParagraph(
  words: string | readonly Span<Look>[],
  { first, others }: Indents,
): Line<Look>[] {
  const spans = typeof words === 'string' ? spansOf([text(words)], LOOK.text, false) : words;
  return breakLines(spans, {
    first: PAGE.charactersPerLine - first,
    others: PAGE.charactersPerLine - others,
  });
}

/** Sets a paragraph's lines; its last two keep `tail` points with them. */
export function setParagraph(
  flow: Flow,
  lines: readonly Line<Look>[],
  { first, others }: Indents,
  tail = 0,
): void {
  flow.lines(
    lines,
    (index) => ({
      ...full('both', SHEET.pitch),
      left: SHEET.left + (index === 0 ? first : others) * SHEET.character,
    }),
    tail,
  );
}
