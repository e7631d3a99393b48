import { LuoshiProblem } from './luoshi-problem.js';

/** What came, and what is needed to change it. */
export interface Answer<T> {
  value: T;
  /** To be sent back as If-Match; '' where the answer carries none: the server will refuse it. */
  etag: string;
  /** The answer of before, to a request that was sent once more. */
  replayed: boolean;
}

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer of a call. @throws LuoshiProblem where the server refuses */
export async function answerOf<T>(call: Promise<Outcome<T>>): Promise<Answer<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw LuoshiProblem.of(response, error);
  return {
    value: data as T,
    etag: response.headers.get('ETag') ?? '',
    replayed: response.headers.get('Idempotency-Replayed') === 'true',
  };
}
