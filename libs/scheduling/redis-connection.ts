import { Cluster, Redis, type ClusterOptions, type RedisOptions } from 'ioredis';
import type { RedisConfig } from '#config';

export type RedisClient = Redis | Cluster;

/** Doubling up to this: short enough to be there soon after Redis is, long enough not to trouble anybody. */
const RETRY_AT_MOST_MS = 2_000;
const CONNECT_WITHIN_MS = 5_000;
/** Finds out that the other side has vanished without a word (a cable, a firewall). */
const KEEP_ALIVE_MS = 10_000;

/**
 * A connection to Redis in whichever shape it is run: one server, the master that sentinels name, a cluster.
 *
 * A consumer waits for ever for its Redis (BullMQ insists on `maxRetriesPerRequest: null`); a producer gives up at
 * once where there is none, for a wake-up that comes later than its instant is of no use.
 *
 * @param givenUp once it is true, nobody tries to connect any more: BullMQ itself, when closed, waits for a
 *   connection that has never come about
 */
export function openRedis(
  config: RedisConfig,
  role: 'producer' | 'consumer',
  givenUp: () => boolean,
): RedisClient {
  const client = clientOf(config, role, givenUp);
  // BullMQ hears of what goes wrong as long as it is open; what comes later is nobody's concern.
  client.on('error', () => undefined);
  return client;
}

function clientOf(config: RedisConfig, role: 'producer' | 'consumer', givenUp: () => boolean): RedisClient {
  const again = (attempt: number): number | null =>
    givenUp() ? null : Math.min(RETRY_AT_MOST_MS, 50 * 2 ** Math.min(attempt, 10));
  const tls = config.tls === null ? undefined : { ...(config.tls.ca === null ? {} : { ca: config.tls.ca }) };
  const server: RedisOptions = {
    ...loginOf(config.login),
    ...(tls === undefined ? {} : { tls }),
    // Both families: ioredis alone would look for IPv4 only.
    family: 0,
    connectTimeout: CONNECT_WITHIN_MS,
    keepAlive: KEEP_ALIVE_MS,
    maxRetriesPerRequest: null,
    // A master that has become a replica in a fail-over: look for the new one, and ask that.
    reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
  };
  const alone: RedisOptions = { ...server, enableOfflineQueue: role === 'consumer', retryStrategy: again };
  const { shape } = config;
  switch (shape.kind) {
    case 'single':
      return new Redis({ ...alone, ...shape.at, db: shape.database });
    case 'sentinel':
      return new Redis({
        ...alone,
        db: shape.database,
        name: shape.group,
        sentinels: shape.sentinels,
        ...(shape.login.user === null ? {} : { sentinelUsername: shape.login.user }),
        ...(shape.login.password === null ? {} : { sentinelPassword: shape.login.password }),
        ...(tls === undefined ? {} : { sentinelTLS: tls, enableTLSForSentinelMode: true }),
        sentinelRetryStrategy: again,
        sentinelReconnectStrategy: again,
        // Hears of a fail-over from the sentinels too, not only when the old master hangs up.
        failoverDetector: true,
      });
    case 'cluster':
      return new Cluster(shape.nodes, clusterOptions(server, role, again));
  }
}

function clusterOptions(
  redisOptions: RedisOptions,
  role: 'producer' | 'consumer',
  clusterRetryStrategy: (attempt: number) => number | null,
): ClusterOptions {
  return {
    redisOptions,
    enableOfflineQueue: role === 'consumer',
    clusterRetryStrategy,
    slotsRefreshTimeout: CONNECT_WITHIN_MS,
    // A node that has moved without anybody asking it anything in between is found all the same.
    slotsRefreshInterval: 30_000,
    // With TLS, nodes are gone to by the name that they announce: an address is not what a certificate names.
    ...(redisOptions.tls === undefined ? {} : { dnsLookup: (host, done) => done(null, host) }),
  };
}

const loginOf = ({ user, password }: RedisConfig['login']): Pick<RedisOptions, 'username' | 'password'> => ({
  ...(user === null ? {} : { username: user }),
  ...(password === null ? {} : { password }),
});

/** Hangs up politely, or at once where there is nobody. */
export async function closeRedis(client: RedisClient): Promise<void> {
  try {
    await client.quit();
  } catch {
    client.disconnect();
  }
}
