import type { ReactNode } from 'react';
import { ProblemNote } from './problem-note.js';
import { Waiting } from './waiting.js';

interface AnswerProps<T> {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** Shows what was read; until then a skeleton, and a problem with a way out if it could not be read. */
export function Answer<T>({ query, children }: AnswerProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ProblemNote problem={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting rows={6} />;
}
