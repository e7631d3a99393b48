import type { Block } from '#official';
import type { FactBook } from '../facts/fact-book.js';
import { say } from '../sentences/say.js';
import { sentence } from '../sentences/sentence.js';
import { paragraph } from './writing.js';

/**
 * First of all, a correction says what it takes the place of, by its number where it had one.
 * @param book with the facts of `correctionFacts`; left out: the document corrects none
 */
export function correctionNote(book: FactBook | undefined): Block[] {
  if (book === undefined) return [];
  const isNumbered = book.has('replaced.number');
  const number = isNumbered ? book.run('replaced.number') : '件';
  const ended = book.has('replaced.withdrawnOn')
    ? say`已于${book.run('replaced.withdrawnOn')}撤回`
    : '停止使用';
  return paragraph(
    sentence(
      say`本件更正${book.run('replaced.issuedOn')}印发的${book.words('replaced.title')}${isNumbered ? say`（${number}）` : ''}`,
      '自印发之日起以本件为准',
      say`原${number}${ended}`,
    ),
  );
}
