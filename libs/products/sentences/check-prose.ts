import { plainText, type Block, type Inline, type OfficialDocument } from '#official';
import { NONE, type Fact } from '../facts/fact-book.js';

/** What is wrong with a text, and where it stands. */
export interface ProseFault {
  readonly code:
    'looseDigit' | 'unknownFigure' | 'otherFigure' | 'doubledMark' | 'emptyBracket' | 'emptyLine' | 'openEnd';
  readonly text: string;
}

const DIGIT = /[0-9０-９]/u;
const DOUBLED = /[。，、；：！？][。，、；：]|^[。，、；：]/u;
const EMPTY_BRACKET = /（）|《》|“”|〔〕|\(\)|（、|、）|（，|，）/u;

/** All lines of a document that a reader reads as text, titles of tables and cells among them. */
export const linesOf = (document: Pick<OfficialDocument, 'body' | 'annexes'>): (readonly Inline[])[] =>
  [...document.body, ...document.annexes.flatMap(({ body }) => body)].flatMap(linesOfBlock);

function linesOfBlock(block: Block): (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.line];
    case 'table':
      return block.rows.flat();
    case 'picture':
      return [];
  }
}

/**
 * Whether a text holds: every digit is a field, every field is a fact and prints what the fact is, no mark stands twice,
 * no bracket is empty, every paragraph ends. What a person has written (`edited`) may have digits of its own.
 */
export function checkProse(
  document: Pick<OfficialDocument, 'body' | 'annexes'>,
  facts: readonly Fact[],
): ProseFault[] {
  const known = new Map(facts.map((fact) => [fact.name, fact]));
  return [
    ...linesOf(document).flatMap((line) => line.flatMap((run) => faultsOfRun(run, known))),
    ...document.body.flatMap((block) => (block.kind === 'paragraph' ? faultsOfLine(block.line) : [])),
  ];
}

function faultsOfRun(run: Inline, known: ReadonlyMap<string, Fact>): ProseFault[] {
  if (run.kind === 'text')
    return DIGIT.test(run.text) && !run.edited ? [{ code: 'looseDigit', text: run.text }] : [];
  const fact = known.get(run.source);
  if (!fact) return [{ code: 'unknownFigure', text: `${run.source}: ${run.text}` }];
  const isPrinted = run.text === fact.printed || (run.text === NONE && fact.value === 0);
  return isPrinted ? [] : [{ code: 'otherFigure', text: `${run.source}: ${run.text} ≠ ${fact.printed}` }];
}

function faultsOfLine(line: readonly Inline[]): ProseFault[] {
  const words = plainText(line);
  return [
    ...(words.trim() === '' ? [{ code: 'emptyLine' as const, text: words }] : []),
    ...(DOUBLED.test(words) ? [{ code: 'doubledMark' as const, text: words }] : []),
    ...(EMPTY_BRACKET.test(words) ? [{ code: 'emptyBracket' as const, text: words }] : []),
    ...(/[。：；！？”]$/u.test(words) ? [] : [{ code: 'openEnd' as const, text: words }]),
  ];
}
