import type { FactBook } from './fact-book.js';
import type { PlanNamed } from './period-record.js';

/** `《……方案》`, with and without its number; title marks inside become single ones. */
export function planFacts(book: FactBook, { title, documentNumber }: PlanNamed): void {
  const bare = title
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^《([^《》]*)》$/u, '$1');
  const marked = `《${bare.replace(/《/gu, '〈').replace(/》/gu, '〉')}》`;
  book.add('plan.name', documentNumber === null ? marked : `${marked}（${documentNumber}）`);
  book.add('plan.title', marked);
}
