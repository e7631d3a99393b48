import type { Picture } from '#official';
import type { PeriodFacts } from '../facts/period-facts.js';
import { picturesOf } from './picture-of.js';

/** The notices of the period by the levels of the scheme, the gentlest first; no picture where none was issued. */
export function ladderPicture({ record, book }: PeriodFacts): Picture[] {
  if (book.count('cards.issued') === 0) return [];
  return picturesOf('本期督办文书逐级数量', {
    kind: 'funnel',
    counted: '份',
    rungs: [...record.levels]
      .sort((a, b) => a.rank - b.rank)
      .map(({ id, label }) => ({ label, count: book.count(`cards.${id}`) })),
  });
}
