import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api/api-problem.js';

/** A refusal is an answer: only a server that did not answer properly is asked again. */
const worthAsking = (count: number, problem: unknown): boolean =>
  count < 2 && problem instanceof ApiProblem && (problem.status === 0 || problem.status >= 500);

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry: worthAsking } },
});
