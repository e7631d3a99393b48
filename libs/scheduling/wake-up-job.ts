import type { Instant } from '#calendar';
import type { JobsOptions } from 'bullmq';

/**
 * The whole of what a job says: an instant and a shard, and no business data. A jurisdiction is a shard (every key of
 * the database begins with it); one whose sweep takes long is looked after by several, numbered from 0.
 */
export interface WakeUpData {
  /** Null: all of them, each minute. */
  jurisdictionId: string | null;
  /** By the engine's clock. Only for people who look into the queue: what is done does not depend on it. */
  at: Instant | null;
  shard: number;
}

export const QUEUE_NAME = 'luoshi-wake-ups';

/** Jobs that failed are kept so that somebody can see why; few, since the sweeper has done their work long ago. */
export const KEPT_FAILED = { count: 100, age: 7 * 86_400 } as const;

/**
 * How a wake-up is put into the queue: never twice for the same shard and second, so that a thousand tasks due together
 * ring once, and never more than one for what is due already. It is deduplication that does this, not the job's own
 * id: a finished job that is kept would swallow a new one of its id without a word. What is asked for while such a job is
 * at work (it may have looked already) comes once more after it.
 */
export function asJob(
  { jurisdictionId, at, shard }: WakeUpData & { jurisdictionId: string; at: Instant },
  now: Instant,
  delay: number,
): JobsOptions {
  const when = at > now ? String(Math.ceil(Date.parse(at) / 1000)) : 'now';
  const id = ['look', jurisdictionId, String(shard), when].join('-');
  return { delay: Math.max(0, delay), deduplication: { id, keepLastIfActive: true } };
}
