import { problem } from '../http/problem.js';

/** Each reads page after page for as long as it lasts. Of one process. */
const MOST = 3;
const underWay = new Map<string, number>();

/** Counts an export of a person in; what it returns counts it out, once. Rejects with TooManyExports. */
export function beginExport(personId: string): () => void {
  const before = underWay.get(personId) ?? 0;
  if (before >= MOST) throw problem('TooManyExports');
  underWay.set(personId, before + 1);
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    const left = (underWay.get(personId) ?? 1) - 1;
    if (left > 0) underWay.set(personId, left);
    else underWay.delete(personId);
  };
}
