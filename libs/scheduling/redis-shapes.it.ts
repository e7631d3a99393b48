import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#persistence';
import {
  haveRedisServer,
  redisTls,
  startRedis,
  startRedisCluster,
  startRedisSentinel,
  until,
  type RedisClusterOfTest,
  type RedisSentinelOfTest,
  type RedisServerOfTest,
  type RedisTls,
} from '#testing';
import { readConfig } from '#config';
import { alarmClock, createWakeUps, type WakeUps } from './index.js';

/** Servers are started, killed and changed over: about half a minute, so only where everything is looked at. */
const wanted = process.env['LUOSHI_VERIFY'] !== undefined;
const able = haveRedisServer();
if (!wanted || !able)
  process.stderr.write(
    `skipped: wake-ups on Redis with TLS, users, sentinels and as a cluster (${able ? 'LUOSHI_VERIFY=ci' : 'redis-server'})\n`,
  );

const COUNTY = '430811';
const clock = alarmClock(systemClock);
let folder: string;
let tls: RedisTls;
let wakeUps: WakeUps[];
let looks: string[];

beforeEach(() => {
  [wakeUps, looks] = [[], []];
});
afterEach(async () => {
  await Promise.all(wakeUps.map((one) => one.close(500)));
});

function onRedis(env: Record<string, string>, keepEveryMs = 200): WakeUps {
  const { redis } = readConfig(env);
  if (redis === null) throw new Error('no Redis');
  const made = createWakeUps({ backend: { kind: 'redis', redis }, clock, keepEveryMs });
  wakeUps.push(made);
  return made;
}

/** One process that only rings, and one that works: what rings at once, what rings later, and the minute's sweep. */
async function everythingArrives(
  env: Record<string, string>,
): Promise<{ ringing: WakeUps; working: WakeUps }> {
  const [ringing, working] = [onRedis(env), onRedis(env)];
  working.work((id) => {
    looks.push(id ?? 'everybody');
    return Promise.resolve();
  });
  await planned(working);
  await rings(ringing);
  const inAWhile = new Date(Date.now() + 700).toISOString();
  await ringing.schedule('430812', inAWhile);
  await until(() => looks.includes('430812'));
  expect(new Date().toISOString() >= inAWhile).toBe(true);
  await until(() => ringing.standing() === 'running');
  return { ringing, working };
}

/** Asked for until there is an answer: connections come and go meanwhile. */
async function planned(working: WakeUps): Promise<void> {
  await until(async () => (await working.desk.status().catch(() => null))?.nextSweepAt != null);
}

async function backendOf(working: WakeUps): Promise<string | undefined> {
  let backend: string | undefined;
  await until(async () => {
    backend = (await working.desk.status().catch(() => null))?.backend;
    return backend !== undefined;
  });
  return backend;
}

async function rings(ringing: WakeUps): Promise<void> {
  const before = looks.filter((id) => id === COUNTY).length;
  await until(async () => {
    await ringing.schedule(COUNTY, clock.now());
    return looks.filter((id) => id === COUNTY).length > before;
  });
}

(wanted && able ? describe : describe.skip)('wake-ups', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'luoshi-redis-tls-'));
    tls = await redisTls(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describe('on one server', () => {
    let server: RedisServerOfTest;
    afterEach(() => server.stop());

    it('arrive with a user of their own and a password', async () => {
      server = await startRedis({ user: 'queue', password: 'a:b@c/ü' });
      await everythingArrives(server.env);
    });

    it('arrive over TLS, with the authority of the house', async () => {
      server = await startRedis({ password: 'secret', tls });
      await everythingArrives(server.env);
    });

    it('are not handed to a server that shows a certificate of nobody’s, nor with a wrong password', async () => {
      server = await startRedis({ password: 'secret', tls });
      const { REDIS_URL = '' } = server.env;
      for (const env of [{ REDIS_URL }, { ...server.env, REDIS_URL: REDIS_URL.replace('secret', 'guess') }]) {
        const made = onRedis(env);
        await made.schedule(COUNTY, clock.now());
        expect(made.standing()).toBe('away');
      }
      expect(await server.ask.dbsize()).toBe(0);
    });

    it('keep to their prefix, and to their database', async () => {
      server = await startRedis();
      const env = { REDIS_URL: `${server.env['REDIS_URL'] ?? ''}/2`, REDIS_PREFIX: 'county' };
      await everythingArrives(env);
      expect(await server.ask.dbsize()).toBe(0);
      await server.ask.select(2);
      const keys = await server.ask.keys('*');
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter((key) => !key.startsWith('{county}:luoshi-wake-ups:'))).toEqual([]);
    });

    it('arrive again after everything was flushed, and the minute’s sweep is planned again', async () => {
      server = await startRedis();
      const { ringing, working } = await everythingArrives(server.env);
      // In one step: it is put back a moment later.
      const emptied = await server.ask.multi().flushall().dbsize().exec();
      expect(emptied?.[1]).toEqual([null, 0]);
      await planned(working);
      await rings(ringing);
    });

    it('arrive again after a restart with nothing in it; meanwhile they are dropped at once', async () => {
      server = await startRedis({ password: 'secret' });
      const { ringing, working } = await everythingArrives(server.env);
      await server.kill();
      const begun = performance.now();
      for (let more = 0; more < 50; more += 1) await ringing.schedule(COUNTY, clock.now());
      // Three seconds each would be 150.
      expect(performance.now() - begun).toBeLessThan(60_000);
      expect(ringing.standing()).toBe('away');
      expect(ringing.awaySince()).not.toBeNull();
      await server.startAgain();
      await planned(working);
      await rings(ringing);
      await until(() => ringing.standing() === 'running' && ringing.awaySince() === null);
    });

    it('arrive again after a server that said nothing for a while', async () => {
      server = await startRedis();
      const { ringing } = await everythingArrives(server.env);
      server.stall();
      // That this ends at all, while the server is still silent, is what is proven.
      await ringing.schedule(COUNTY, clock.now());
      expect(ringing.standing()).toBe('away');
      server.goOn();
      await rings(ringing);
    });
  });

  describe('through sentinels', () => {
    let group: RedisSentinelOfTest;
    afterEach(() => group.stop());

    it('arrive, and go on after a fail-over that was asked for', async () => {
      group = await startRedisSentinel({ password: 'of the queue' });
      const { ringing, working } = await everythingArrives(group.env);
      await group.failOver();
      await rings(ringing);
      expect(await group.masterPort()).toBe(group.servers[1]?.port);
      await planned(working);
      expect(await backendOf(working)).toBe('redisSentinel');
    });

    it('arrive over TLS, and go on after the master was killed', async () => {
      group = await startRedisSentinel({ password: 'of the queue', tls });
      const { ringing, working } = await everythingArrives(group.env);
      await group.servers[0]?.kill();
      await rings(ringing);
      expect(await group.masterPort()).toBe(group.servers[1]?.port);
      await planned(working);
    });
  });

  describe('in a cluster of three masters', () => {
    let cluster: RedisClusterOfTest;
    afterEach(() => cluster.stop());

    it('arrive, all keys in one slot; and again after its node was killed and came back empty', async () => {
      cluster = await startRedisCluster({ password: 'of the cluster' });
      const { ringing, working } = await everythingArrives(cluster.env);
      const node = await cluster.holding('{luoshi}');
      const keys = await Promise.all(cluster.nodes.map(({ ask }) => ask.keys('*')));
      expect(keys.filter((ofNode) => ofNode.length > 0)).toHaveLength(1);
      expect((await node.ask.keys('{luoshi}:luoshi-wake-ups:*')).length).toBeGreaterThan(0);
      await node.kill();
      await ringing.schedule(COUNTY, clock.now());
      expect(ringing.standing()).toBe('away');
      await node.startAgain();
      await rings(ringing);
      await planned(working);
      expect(await backendOf(working)).toBe('redisCluster');
    });

    it('arrive over TLS', async () => {
      cluster = await startRedisCluster({ password: 'of the cluster', tls });
      await everythingArrives(cluster.env);
    });
  });
});
