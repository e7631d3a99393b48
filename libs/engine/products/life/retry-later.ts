import { addMinutes, type Instant } from '#calendar';
import type { UnwrittenKey, UnwrittenProductRead } from '#persistence';

const FIRST_MINUTES = 5;
const LONGEST_MINUTES = 24 * 60;

/** Five minutes after the first time, four times as long each time after it, a day at most. */
export const retryAfter = (at: Instant, failures: number): Instant =>
  addMinutes(at, Math.min(LONGEST_MINUTES, FIRST_MINUTES * 4 ** Math.min(failures - 1, 8)));

export const keyOf = ({ kind, scopeKind, scopeId, period }: UnwrittenKey): string =>
  [kind, scopeKind, scopeId, period].join('/');

/** A stable word for what went wrong: the code of the database or of the mistake, else its class. */
export const failureCode = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code !== '' ? code : error instanceof Error ? error.name : 'Unknown';
};

/** What is kept of a draft that could not be written, once more or for the first time. */
export const unwritten = (
  { kind, scopeKind, scopeId, period }: UnwrittenKey,
  before: UnwrittenProductRead | undefined,
  error: unknown,
  at: Instant,
): UnwrittenProductRead => {
  const failures = (before?.failures ?? 0) + 1;
  const reason = error instanceof Error ? error.message : String(error);
  return {
    ...{ kind, scopeKind, scopeId, period },
    failures,
    failedAt: at,
    retryAt: retryAfter(at, failures),
    code: failureCode(error),
    reason: reason.slice(0, 500),
  };
};
