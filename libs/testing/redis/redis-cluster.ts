import { freePort } from '../outages/free-port.js';
import { startRedis, type RedisServerOfTest, type RedisTls } from './redis-server.js';
import { until } from './until.js';

export interface RedisClusterOfTest {
  nodes: RedisServerOfTest[];
  env: Record<string, string>;
  /** The node that holds a key. */
  holding(key: string): Promise<RedisServerOfTest>;
  stop(): Promise<void>;
}

const SLOTS = 16_384;

/** A cluster of three masters on this machine, without replicas, its slots shared out in thirds. */
export async function startRedisCluster(
  options: { password?: string; tls?: RedisTls } = {},
): Promise<RedisClusterOfTest> {
  const { password, tls } = options;
  const nodes: RedisServerOfTest[] = [];
  for (let index = 0; index < 3; index += 1) {
    const bus = await freePort();
    const more = [
      '--cluster-enabled',
      'yes',
      '--cluster-port',
      String(bus),
      '--cluster-node-timeout',
      '5000',
    ];
    if (password !== undefined) more.push('--masterauth', password);
    if (tls !== undefined) more.push('--tls-cluster', 'yes');
    nodes.push(await startRedis({ ...options, more }));
    const [first] = nodes;
    if (index > 0 && first !== undefined)
      await nodes[index]?.ask.call('CLUSTER', 'MEET', '127.0.0.1', first.port, await busOf(first));
  }
  for (const [index, { ask }] of nodes.entries()) {
    const [from, to] = [index, index + 1].map((third) => Math.floor((third * SLOTS) / 3));
    await ask.call('CLUSTER', 'ADDSLOTSRANGE', from ?? 0, (to ?? 0) - 1);
  }
  for (const { ask } of nodes)
    await until(async () => /cluster_state:ok/u.test(String(await ask.call('CLUSTER', 'INFO'))));
  return {
    nodes,
    env: {
      REDIS_CLUSTER: nodes.map(({ port }) => `127.0.0.1:${String(port)}`).join(','),
      ...(password === undefined ? {} : { REDIS_PASSWORD: password }),
      ...(tls === undefined ? {} : { REDIS_TLS: 'true', REDIS_CA: tls.certificate }),
    },
    holding: async (key) => {
      const slot = Number(await nodes[0]?.ask.call('CLUSTER', 'KEYSLOT', key));
      const found = nodes[Math.min(2, Math.floor((slot * 3) / SLOTS))];
      if (found === undefined) throw new Error('no such node');
      return found;
    },
    stop: async () => {
      for (const node of nodes) await node.stop();
    },
  };
}

async function busOf({ ask }: RedisServerOfTest): Promise<number> {
  const myself = String(await ask.call('CLUSTER', 'NODES'));
  return Number(/@(\d+)/u.exec(myself)?.[1]);
}
