import type { FieldError } from '#contract';
import { ProblemError } from './problem.js';

interface Refusal {
  code: string;
  message: string;
  detail?: Record<string, unknown>;
}
type Outcome<T> = { ok: true; value: T } | { ok: false; rejection: Refusal };

/** The value of an outcome; a rejection leaves as a problem with its code, its words, and the members it is about. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, message, detail } = outcome.rejection;
  throw new ProblemError(code, message, detail === undefined ? undefined : membersOf(detail, message));
}

/** A refusal about one field, or about some of the reports, says which: the page marks them. */
function membersOf(
  { field, obligationIds }: Record<string, unknown>,
  message: string,
): FieldError[] | undefined {
  const member = typeof field === 'string' ? `/${field}` : '';
  if (Array.isArray(obligationIds)) {
    return obligationIds.map((id) => ({ path: `/reports/${String(id)}${member}`, message }));
  }
  return member === '' ? undefined : [{ path: member, message }];
}
