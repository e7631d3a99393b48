import { ProblemError } from './problem.js';

type Outcome<T> = { ok: true; value: T } | { ok: false; rejection: { code: string; message: string } };

/** The value of an outcome; a rejection leaves as a problem with its code and its words. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new ProblemError(outcome.rejection.code, outcome.rejection.message);
}
