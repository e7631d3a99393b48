import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis, type RedisServerOfTest, type RedisTls } from './redis-server.js';
import { until } from './until.js';

export interface RedisSentinelOfTest {
  /** The first is the master to begin with. */
  servers: RedisServerOfTest[];
  sentinels: RedisServerOfTest[];
  env: Record<string, string>;
  /** Where the sentinels say that the master is. */
  masterPort(): Promise<number>;
  /** Has the sentinels change over, and waits until the replica is the master. */
  failOver(): Promise<void>;
  stop(): Promise<void>;
}

const GROUP = 'luoshi-test';
const SENTINEL_PASSWORD = 'of the sentinels';

/** A master with a replica, and two sentinels that have a password of their own. */
export async function startRedisSentinel(options: {
  password: string;
  tls?: RedisTls;
}): Promise<RedisSentinelOfTest> {
  const { password, tls } = options;
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-sentinel-'));
  const both = ['--masterauth', password, ...(tls === undefined ? [] : ['--tls-replication', 'yes'])];
  const master = await startRedis({ ...options, more: both });
  const replica = await startRedis({
    ...options,
    more: [...both, '--replicaof', '127.0.0.1', String(master.port)],
  });
  await until(async () => /master_link_status:up/u.test(await replica.ask.info('replication')));

  const sentinels: RedisServerOfTest[] = [];
  for (const name of ['one', 'two']) {
    const file = join(folder, `${name}.conf`);
    const lines = [
      `requirepass "${SENTINEL_PASSWORD}"`,
      `sentinel sentinel-pass "${SENTINEL_PASSWORD}"`,
      `sentinel monitor ${GROUP} 127.0.0.1 ${String(master.port)} 1`,
      `sentinel auth-pass ${GROUP} "${password}"`,
      // Long enough that a busy machine is not taken for one that is down.
      `sentinel down-after-milliseconds ${GROUP} 3000`,
      `sentinel failover-timeout ${GROUP} 3000`,
      ...(tls === undefined ? [] : ['tls-replication yes']),
    ];
    writeFileSync(file, `${lines.join('\n')}\n`);
    sentinels.push(
      await startRedis({
        file,
        more: ['--sentinel'],
        password: SENTINEL_PASSWORD,
        ...(tls === undefined ? {} : { tls }),
      }),
    );
  }
  const [first] = sentinels;
  if (first === undefined) throw new Error('no sentinel');
  await until(async () => {
    const [facts] = (await first.ask.call('SENTINEL', 'MASTERS')) as string[][];
    const of = (name: string): string | undefined => facts?.[facts.indexOf(name) + 1];
    return of('num-slaves') === '1' && of('num-other-sentinels') === '1';
  });
  const masterPort = async (): Promise<number> => {
    const [, port] = (await first.ask.call('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', GROUP)) as string[];
    return Number(port);
  };
  return {
    servers: [master, replica],
    sentinels,
    env: {
      REDIS_SENTINELS: sentinels.map(({ port }) => `127.0.0.1:${String(port)}`).join(','),
      REDIS_SENTINEL_GROUP: GROUP,
      REDIS_SENTINEL_PASSWORD: SENTINEL_PASSWORD,
      REDIS_PASSWORD: password,
      ...(tls === undefined ? {} : { REDIS_TLS: 'true', REDIS_CA: tls.certificate }),
    },
    masterPort,
    failOver: async () => {
      const before = await masterPort();
      // Refused for as long as the replica is not known to be in good health.
      await until(() =>
        first.ask.call('SENTINEL', 'FAILOVER', GROUP).then(
          () => true,
          () => false,
        ),
      );
      await until(async () => (await masterPort()) !== before);
    },
    stop: async () => {
      for (const server of [...sentinels, replica, master]) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
