import type { Block, Inline, OfficialDocument } from '#official';
import { text } from '#official';
import type { NoticeDocumentFacts } from '../facts/notice-document-facts.js';
import type { FactBook } from '../facts/fact-book.js';
import { partsOfBody } from '../facts/parts-of-body.js';
import { headed } from './headed.js';

/**
 * A notice (提醒函、督办单、通报、约谈通知, with or without a card) as an official document: the words are those of the
 * ladder's text, letter for letter; dates, codes and counts in them are fields.
 */
export function noticeDocument({ record, book }: NoticeDocumentFacts): OfficialDocument {
  const { kind, text: words, number, issue } = record;
  const parts = words.parts ?? partsOfBody(words.body);
  // A circular names the unit before all others, and so has the red head; the others are letters.
  const form = kind === 'circular' ? 'document' : 'letter';
  const foot =
    form === 'letter' ? null : { copiesTo: parts.copiesTo, printedBy: issue.printedBy, printedOn: issue.on };
  return {
    ...headed(issue, {
      form,
      title: words.title,
      addressees: parts.addressees,
      body: parts.paragraphs.map((paragraph, index): Block => ({
        kind: 'paragraph',
        line: fielded(book, paragraph, `text.${index}`),
      })),
    }),
    number,
    foot:
      parts.copiesTo.length > 0
        ? { copiesTo: parts.copiesTo, printedBy: issue.printedBy, printedOn: issue.on }
        : foot,
  };
}

const NUMBER = /[0-9]+(?:[.:][0-9]+)*%?/u;

/** Words with every named thing in them as its field, the longest first; a digit that nothing names is a fact by its place. */
function fielded(book: FactBook, words: string, place: string): Inline[] {
  const known = book
    .all()
    .filter(({ name }) => !name.startsWith('text.'))
    .sort((a, b) => b.printed.length - a.printed.length);
  const runs: Inline[] = [];
  let rest = words;
  while (rest !== '') {
    const number = NUMBER.exec(rest);
    if (!number) break;
    const found = known
      .map((fact) => ({ name: fact.name, printed: fact.printed, at: rest.indexOf(fact.printed) }))
      // Of what covers the number, the longest; before it, nothing needs to be a field.
      .find(({ at, printed }) => at >= 0 && at <= number.index && at + printed.length > number.index);
    const at = found?.at ?? number.index;
    const printed = found?.printed ?? number[0];
    const name = found?.name ?? `${place}.${runs.length}`;
    if (!found) book.add(name, printed);
    if (at > 0) runs.push(text(rest.slice(0, at)));
    runs.push({ kind: 'figure', text: printed, source: name });
    rest = rest.slice(at + printed.length);
  }
  return rest === '' ? runs : [...runs, text(rest)];
}
