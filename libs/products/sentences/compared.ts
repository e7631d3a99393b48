import type { FactBook } from '../facts/fact-book.js';
import { inline, type Part } from './say.js';

/** The words for a difference to the period before. */
export interface Comparison {
  /** `上月`, `上季度`. */
  readonly before: string;
  /** `项`, `个百分点`. */
  readonly counted: string;
  /** `增加` and `减少`, `提高` and `下降`. */
  readonly more: string;
  readonly less: string;
}

/**
 * Adds the distance between two figures as a fact of its own (`tasks.late.change`), and says it: more, less or as many.
 * Nothing where there is nothing to compare with.
 */
export function compared(book: FactBook, name: string, words: Comparison): Part | null {
  const before = `before.${name}`;
  if (!book.has(before) || !book.has(name)) return null;
  const change = Math.round((book.count(name) - book.count(before)) * 10) / 10;
  const distance = `${name}.change`;
  book.add(distance, Math.abs(change));
  if (change === 0) return book.count(name) === 0 ? null : inline(`与${words.before}持平`);
  return inline(`比${words.before}`, change > 0 ? words.more : words.less, book.run(distance), words.counted);
}
