import type { RedisOptions } from 'bullmq';

/** Doubling up to this: short enough to be there soon after Redis is, long enough not to trouble anybody. */
const RETRY_AT_MOST_MS = 2_000;

/**
 * How BullMQ is to reach Redis. `redis://` or `rediss://` (TLS), with user, password and database number in the URL.
 *
 * A consumer waits for ever for its Redis (BullMQ insists on `maxRetriesPerRequest: null`); a producer gives up at
 * once where there is none, for a wake-up that comes later than its instant is of no use.
 *
 * @param givenUp once it is true, nobody tries to connect any more: BullMQ itself, when closed, waits for a
 *   connection that has never come about
 */
export function redisConnection(
  url: string,
  role: 'producer' | 'consumer',
  givenUp: () => boolean,
): RedisOptions {
  return {
    url,
    maxRetriesPerRequest: null,
    enableOfflineQueue: role === 'consumer',
    retryStrategy: (attempt) =>
      givenUp() ? null : Math.min(RETRY_AT_MOST_MS, 50 * 2 ** Math.min(attempt, 10)),
  };
}
