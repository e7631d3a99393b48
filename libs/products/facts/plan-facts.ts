import type { FactBook } from './fact-book.js';
import type { PlanNamed } from './period-record.js';

/** A title in title marks; those inside it become single ones. */
export const inMarks = (title: string): string => `《${title.replace(/《/gu, '〈').replace(/》/gu, '〉')}》`;

/**
 * `《……方案》`: whole with its number for the text; for titles what the notice issues (`关于印发〈……〉的通知`). Title marks
 * inside become single ones.
 */
export function planFacts(book: FactBook, { title, documentNumber }: PlanNamed): void {
  const bare = title
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^《([^《》]*)》$/u, '$1');
  const marked = inMarks(bare);
  book.add('plan.name', documentNumber === null ? marked : `${marked}（${documentNumber}）`);
  const issued = /关于(?:印发|发布|公布)[《〈](.+)[》〉]的通知$/u.exec(bare)?.[1];
  book.add('plan.title', issued === undefined ? marked : inMarks(issued));
}
