import { createHash } from 'node:crypto';

export interface BackoffRule {
  /** Before the second attempt, ms. */
  first: number;
  factor: number;
  /** No pause is longer, ms. */
  most: number;
  /** Attempts in all; after the last one it is given up. */
  attempts: number;
}

/** Half a minute, doubling to an hour: twelve attempts take about five and a half hours. */
export const DEFAULT_BACKOFF: BackoffRule = { first: 30_000, factor: 2, most: 3_600_000, attempts: 12 };

/**
 * How long to wait after the n-th attempt (from 1) has failed, ms; null: it was the last. Between half and the whole
 * of the step, by the letter's key: letters that failed together do not come back together, and a test knows when.
 */
export function backoffAfter(rule: BackoffRule, attempt: number, key: string): number | null {
  if (attempt >= rule.attempts) return null;
  const step = Math.min(rule.most, rule.first * rule.factor ** (attempt - 1));
  const chance = createHash('sha256').update(`${key}/${attempt}`).digest().readUInt32BE() / 2 ** 32;
  return Math.round(step * (0.5 + chance / 2));
}
