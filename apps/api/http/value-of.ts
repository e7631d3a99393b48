import { z } from 'zod';
import type { FieldError } from '#contract';
import { ProblemError } from './problem.js';

interface Refusal {
  code: string;
  message: string;
  detail?: Record<string, unknown>;
}
type Outcome<T> = { ok: true; value: T } | { ok: false; rejection: Refusal };

/** What was sent, as far as refusals speak of its parts. */
interface Sent {
  reports?: readonly { obligationId: string }[];
}

/**
 * The value of an outcome; a rejection leaves as a problem with its code, its words, and the members of what was sent
 * that it is about.
 */
export function valueOf<T>(outcome: Outcome<T>, sent: Sent = {}): T {
  if (outcome.ok) return outcome.value;
  const { code, message, detail } = outcome.rejection;
  throw new ProblemError(code, message, detail === undefined ? undefined : membersOf(detail, message, sent));
}

/** Several things that are wrong, each with its place in what was sent: `blocks.3`. */
const issuesSchema = z.array(z.object({ path: z.string(), message: z.string() })).min(1);

/** A refusal about one field, or about some of the reports, says which: the page marks them. */
function membersOf(detail: Record<string, unknown>, message: string, sent: Sent): FieldError[] | undefined {
  const { field, obligationIds, issues } = detail;
  const parts = issuesSchema.safeParse(issues);
  if (parts.success)
    return parts.data.map((issue) => ({
      path: `/${issue.path.replaceAll('.', '/')}`,
      message: issue.message,
    }));
  const member = typeof field === 'string' ? `/${field}` : '';
  if (!Array.isArray(obligationIds)) return member === '' ? undefined : [{ path: member, message }];
  return obligationIds.map((id) => {
    const index = sent.reports?.findIndex((report) => report.obligationId === id) ?? -1;
    return { path: index < 0 ? '/reports' : `/reports/${index}${member}`, message };
  });
}
