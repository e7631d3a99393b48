/** Of most lists; a file is made of such pages too. */
export const MOST_AT_ONCE = 500;
/**
 * Of the lists that a page shows whole, and filters and puts in order by itself: ten thousand rows are two answers. Twice
 * as many at once would hold the server up for as long again, and its memory.
 */
const MOST_OF_WHOLE = 5_000;
const WHOLE: ReadonlySet<string> = new Set([
  'tasks',
  'units',
  'duties',
  'reviews',
  'reportingLines',
  'verifications',
]);

/** How many rows of a list come at most in one answer. */
export const mostAtOnce = (list: string): number => (WHOLE.has(list) ? MOST_OF_WHOLE : MOST_AT_ONCE);
