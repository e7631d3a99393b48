import { problem } from '../http/problem.js';

/** Windows and programs of one person. Of one process. */
export const STREAMS_OF_A_PERSON = 5;
const STREAMS_OF_ALL = 5_000;
const open = new Map<string, number>();
let all = 0;

/** Counts a stream of a person in; what it returns counts it out, once. Rejects with TooManyStreams. */
export function openStream(personId: string): () => void {
  const before = open.get(personId) ?? 0;
  if (before >= STREAMS_OF_A_PERSON || all >= STREAMS_OF_ALL) throw problem('TooManyStreams');
  open.set(personId, before + 1);
  all += 1;
  let closed = false;
  return () => {
    if (closed) return;
    closed = true;
    all -= 1;
    const left = (open.get(personId) ?? 1) - 1;
    if (left > 0) open.set(personId, left);
    else open.delete(personId);
  };
}
