import type { RedisOptions } from 'bullmq';

/**
 * How BullMQ is to reach Redis. `redis://` or `rediss://` (TLS), with user, password and database number in the URL.
 *
 * A consumer waits for ever for its Redis (BullMQ insists on `maxRetriesPerRequest: null`); a producer gives up at
 * once where there is none, for a wake-up that comes later than its instant is of no use.
 */
export function redisConnection(url: string, role: 'producer' | 'consumer'): RedisOptions {
  return {
    url,
    maxRetriesPerRequest: null,
    enableOfflineQueue: role === 'consumer',
    // Doubling, at most every ten seconds: a Redis that is away for a night is not asked a thousand times.
    retryStrategy: (attempt) => Math.min(10_000, 100 * 2 ** Math.min(attempt, 10)),
  };
}
