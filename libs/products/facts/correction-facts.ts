import { chineseDate, type CivilDate } from '#calendar';
import type { FactBook } from './fact-book.js';
import type { IssueFacts } from './period-record.js';
import { inMarks } from './plan-facts.js';

/** What a correction takes the place of, as it went out. */
export interface Replaced {
  readonly title: string;
  /** As it was printed; null: its kind has none. */
  readonly number: string | null;
  readonly issuedOn: CivilDate;
  /** Null: it stood until the correction. */
  readonly withdrawnOn: CivilDate | null;
}

interface Issued {
  readonly record: { readonly issue: IssueFacts };
  readonly book: FactBook;
}

/** The facts of a product, as facts of the correction of what went out before: with what it replaces, by number, title and day. */
export function correctionFacts<T extends Issued>(facts: T, replaced: Replaced): T {
  const { record, book } = facts;
  const day = (on: CivilDate): { printed: string } => ({ printed: chineseDate(on) });
  book.add('replaced.title', inMarks(replaced.title));
  if (replaced.number !== null) book.add('replaced.number', replaced.number);
  book.add('replaced.issuedOn', replaced.issuedOn, day(replaced.issuedOn));
  if (replaced.withdrawnOn !== null)
    book.add('replaced.withdrawnOn', replaced.withdrawnOn, day(replaced.withdrawnOn));
  return { ...facts, record: { ...record, issue: { ...record.issue, replaces: book } } };
}
