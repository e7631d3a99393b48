import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { taskIdOf, type Actor } from '#accountability';
import { readConfig } from '#config';
import { createEngine, loadSeeds, type Engine } from '#engine';
import {
  asOwner,
  createTestDatabase,
  haveRedisServer,
  manualClock,
  startRedis,
  until,
  type ManualClock,
  type RedisServerOfTest,
  type TestDatabase,
} from '#testing';
import {
  alarmClock,
  createWakeUps,
  createWatch,
  preparePostgresQueue,
  startSweeper,
  type SchedulingLog,
  type WakeUpBackend,
  type WakeUps,
  type Watch,
} from './index.js';

const JURISDICTION = '430811';
const PLAN = 'wulingyuan-2024';
const DISPATCHED_AT = '2024-04-12T08:00:00.000Z';
const HQ: Actor = {
  personId: null,
  unitId: null,
  roles: [{ role: 'headquartersOffice', scopeKind: 'plan', scopeId: PLAN }],
};

/** What the product makes of the environment, prefix and all. */
function redisOf(env: Record<string, string>): WakeUpBackend {
  const { redis } = readConfig(env);
  if (redis === null) throw new Error('no Redis');
  return { kind: 'redis', redis };
}

let db: TestDatabase;
let clock: ManualClock;
let engine: Engine;
let watch: Watch | undefined;
let wakeUps: WakeUps | undefined;
let said: string[];
const log: SchedulingLog = { info: (text) => void said.push(text), error: (text) => void said.push(text) };

/** An engine on a database of its own, with one task dispatched, and a queue of its own name. */
async function setUp(
  backend: (db: TestDatabase) => WakeUpBackend,
  more: { keepEveryMs?: number } = {},
): Promise<void> {
  said = [];
  db = await createTestDatabase();
  const queueName = `test-${Math.random().toString(36).slice(2)}`;
  await preparePostgresQueue(db.ownerUrl, queueName);
  clock = manualClock(DISPATCHED_AT);
  wakeUps = createWakeUps({
    backend: backend(db),
    clock: alarmClock(clock),
    log,
    queueName,
    ...more,
  });
  watch = createWatch({ engine: () => engine, wakeUps, log });
  engine = createEngine({ database: db.database, clock, wake: watch.wake });
  await loadSeeds(engine, { seedsDir: 'seeds' });
}

async function tearDown(): Promise<void> {
  await wakeUps?.close();
  await watch?.stop();
  await db.drop();
}

async function dispatch(code: string): Promise<void> {
  const subject = { kind: 'task' as const, id: taskIdOf(JURISDICTION, PLAN, code) };
  for (const action of ['confirm', 'dispatch']) {
    const command = { jurisdictionId: JURISDICTION, actor: HQ, subject, action, input: {} };
    const outcome = await engine.act({ ...command, idempotencyKey: `${code}/${action}` });
    if (!outcome.ok) throw new Error(outcome.rejection.message);
  }
}

const count = (from: string): Promise<number> =>
  db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
    const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from ${from}`, []);
    return row?.n ?? -1;
  });
const delivered = (): Promise<number> => count(`message where state = 'delivered'`);
const reached = (): Promise<number> => count(`deadline where state = 'reached'`);

/** Hands out what is due now, and answers when the next clock runs down. */
async function nextDue(): Promise<string> {
  await engine.sweep(JURISDICTION);
  const at = await engine.nextInstant(JURISDICTION);
  if (at === null) throw new Error('nothing is armed');
  return at;
}

/** As much again as a commit's whole run may take longer: where everything is looked at. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? test.skip : test;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write(
    'skipped: a paused queue, and deadlines through a flush, a stop and an empty restart (LUOSHI_VERIFY=ci)\n',
  );

function onAQueue(backend: (db: TestDatabase) => WakeUpBackend, flush: () => Promise<void>): void {
  beforeEach(() => setUp(backend));
  afterEach(tearDown);

  test('a commit that leaves something to do now is followed up without a sweeper', async () => {
    wakeUps?.work((id) => (id === null ? Promise.resolve() : (watch as Watch).lookAfter(id)));
    await dispatch('A1-01');
    await until(async () => (await delivered()) > 0);
    expect(await count(`message where state = 'pending' and deliver_at <= '${clock.now()}'`)).toBe(0);
  });

  test('a wake-up makes a clock fire at its instant', async () => {
    await dispatch('A1-01');
    const at = await nextDue();
    const before = await reached();
    clock.set(new Date(Date.parse(at) - 600).toISOString());
    await wakeUps?.schedule(JURISDICTION, at);
    clock.set(at);
    wakeUps?.work((id) => (id === null ? Promise.resolve() : (watch as Watch).lookAfter(id)));
    await until(async () => (await reached()) > before);
  });

  test('a job that is finished does not swallow the next one for the same instant', async () => {
    const looks: string[] = [];
    wakeUps?.work((id) => {
      if (id !== null) looks.push(id);
      return Promise.resolve();
    });
    await wakeUps?.schedule(JURISDICTION, clock.now());
    await until(() => looks.length >= 1);
    await until(async () => {
      await wakeUps?.schedule(JURISDICTION, clock.now());
      return looks.length > 1;
    });
  });

  test('a job that fails is kept to be looked at, and swallows neither the next one nor its own repeat', async () => {
    let [looks, broken] = [0, true];
    wakeUps?.work((id) => {
      // The sweep of the minute, which comes when it comes, is none of this.
      if (id === null) return Promise.resolve();
      looks += 1;
      return broken ? Promise.reject(new Error('the database was away')) : Promise.resolve();
    });
    await wakeUps?.schedule(JURISDICTION, clock.now());
    await until(() => looks >= 1);
    await until(async () => {
      await wakeUps?.schedule(JURISDICTION, clock.now());
      return looks > 1;
    });
    broken = false;
    const desk = (wakeUps as WakeUps).desk;
    await until(async () => (await desk.failed()).length > 0 && (await desk.status()).active === 0);
    const [first] = await desk.failed();
    expect(first).toMatchObject({
      jurisdictionId: JURISDICTION,
      at: clock.now(),
      reason: 'the database was away',
    });
    const before = looks;
    expect(await desk.requeue(first?.id)).toBe(1);
    await until(() => looks > before);
    await desk.requeue();
    await until(async () => (await desk.status()).failed === 0);
  });

  inCi('paused, it rings for nobody and keeps nothing back: the sweeper fires what is due', async () => {
    const looks: string[] = [];
    const { desk } = wakeUps as WakeUps;
    await desk.pause();
    expect(await desk.status()).toMatchObject({ paused: true });
    expect(wakeUps?.standing()).toBe('paused');
    wakeUps?.work((id) => {
      if (id !== null) looks.push(id);
      return Promise.resolve();
    });
    await dispatch('A1-01');
    const at = await nextDue();
    const before = await reached();
    clock.set(at);
    await wakeUps?.schedule(JURISDICTION, at);
    const sweeper = startSweeper({ engine, clock, everyMs: 30, log });
    await until(async () => (await reached()) > before);
    await sweeper.stop();
    expect(looks).toEqual([]);
    expect((await desk.status()).waiting).toBeLessThan(3);
    await desk.resume();
    expect(wakeUps?.standing()).toBe('running');
    await until(async () => {
      await wakeUps?.schedule(JURISDICTION, clock.now());
      return looks.length > 0;
    });
  });

  test('an emptied queue loses nothing: the sweeper finds what is due', async () => {
    await dispatch('A1-01');
    const at = await nextDue();
    const before = await reached();
    clock.set(new Date(Date.parse(at) - 2_000).toISOString());
    await wakeUps?.schedule(JURISDICTION, at);
    await flush();
    clock.set(at);
    const sweeper = startSweeper({ engine, clock, everyMs: 30, log });
    await until(async () => (await reached()) > before);
    await sweeper.stop();
    expect(sweeper.failure()).toBeNull();
  });

  test('woken ten times at once, the same things happen once', async () => {
    await dispatch('A1-01');
    const at = await nextDue();
    const [before, claims] = [await reached(), await count('event')];
    clock.set(at);
    const sweeper = startSweeper({ engine, clock, everyMs: 20, log });
    wakeUps?.work((id) => (id === null ? Promise.resolve() : (watch as Watch).lookAfter(id)));
    await Promise.all([
      ...Array.from({ length: 5 }, () => wakeUps?.schedule(JURISDICTION, at)),
      ...Array.from({ length: 5 }, () => engine.sweep(JURISDICTION)),
    ]);
    await until(async () => (await reached()) > before);
    await sweeper.stop();
    await until(async () => {
      const { waiting, active } = await (wakeUps as WakeUps).desk.status();
      return waiting + active === 0;
    });
    const fired = (await reached()) - before;
    expect(
      await count(
        `(select from event group by subject_kind, subject_id, idempotency_key having count(*) > 1) t`,
      ),
    ).toBe(0);
    expect((await count('event')) - claims).toBe(
      await count(`event where at = '${at}' and idempotency_key like 'deadline:%'`),
    );
    expect(fired).toBeGreaterThan(0);
  });
}

describe('wake-ups on PostgreSQL', () => {
  onAQueue(
    ({ appUrl }) => ({ kind: 'postgres', connectionString: appUrl }),
    () => asOwner(db.ownerUrl, async (owner) => void (await owner.query('truncate bullmq.job cascade'))),
  );

  test('the application reaches the queue and may create nothing in it', async () => {
    await expect(
      db.database.outsideTenants((tx) => tx.execute('create table bullmq.mine (a int)')),
    ).rejects.toThrow(/permission denied/);
  });
});

const given = process.env['REDIS_URL'] ?? '';
const haveRedis = given !== '' || haveRedisServer();
if (!haveRedis)
  process.stderr.write('skipped: there is no Redis to put wake-ups on (redis-server, or REDIS_URL)\n');
(haveRedis ? describe : describe.skip)('wake-ups on Redis (REDIS_URL, or redis-server in the path)', () => {
  let own: RedisServerOfTest | undefined;
  let url = given;
  beforeAll(async () => {
    if (given === '') own = await startRedis({ password: 'a:b@c' });
    url = own?.env['REDIS_URL'] ?? given;
  });
  afterAll(() => own?.stop());
  onAQueue(
    () => redisOf({ REDIS_URL: url }),
    async () => {
      const client = new Redis(url);
      await client.flushdb();
      await client.quit();
    },
  );
});

(haveRedisServer() ? describe : describe.skip)(
  'a Redis that is flushed, stopped, and started again empty',
  () => {
    let own: RedisServerOfTest;
    beforeEach(async () => {
      own = await startRedis();
      await setUp(() => redisOf(own.env), { keepEveryMs: 100 });
    });
    afterEach(async () => {
      await tearDown();
      await own.stop();
    });

    inCi('loses no deadline, and sets its alarms and the sweep of the minute again by itself', async () => {
      const rung: string[] = [];
      wakeUps?.work(async (id) => {
        if (id === null) return;
        rung.push(id);
        await (watch as Watch).lookAfter(id);
      });
      const desk = (wakeUps as WakeUps).desk;
      const planned = async (): Promise<boolean> =>
        (await desk.status().catch(() => null))?.nextSweepAt != null;
      const alarms = async (): Promise<number> => (await desk.status().catch(() => null))?.delayed ?? 0;
      await dispatch('A1-01');
      const sweeper = startSweeper({
        engine,
        clock,
        everyMs: 30,
        log,
        lookAfter: (id) => (watch as Watch).lookAfter(id),
        setAlarm: (id) => (watch as Watch).setAlarm(id),
      });
      /** The next clock, reached while the queue is as it is now. */
      const reachesNext = async (): Promise<void> => {
        const before = await reached();
        clock.set(await nextDue());
        await until(async () => (await reached()) > before);
      };
      await until(planned);
      await reachesNext();

      await own.ask.flushall();
      await reachesNext();
      await until(planned);

      await own.kill();
      await reachesNext();
      clock.advance({ minutes: 10 });
      await until(() => wakeUps?.standing() === 'away');
      await own.startAgain();
      await until(planned);
      // The heartbeat before it falls due sets the alarm: besides the sweep there is one more.
      const next = await nextDue();
      clock.set(new Date(Date.parse(next) - 100_000).toISOString());
      await until(async () => (await alarms()) >= 2);

      const before = rung.length;
      await until(async () => {
        await wakeUps?.schedule(JURISDICTION, clock.now());
        return rung.length > before;
      });
      await sweeper.stop();
      expect(
        await count(
          `(select from event group by subject_kind, subject_id, idempotency_key having count(*) > 1) t`,
        ),
      ).toBe(0);
      expect(await count(`deadline where state = 'armed' and projected_at <= '${clock.now()}'`)).toBe(0);
    });
  },
);

describe('a queue that is away', () => {
  /** Nobody listens there. */
  const port = 1;
  afterEach(tearDown);

  test.each(['redis', 'postgres'] as const)(
    '%s: told once, held against nobody, closed without it',
    async (kind) => {
      const backend: WakeUpBackend =
        kind === 'redis'
          ? redisOf({ REDIS_URL: `redis://127.0.0.1:${String(port)}` })
          : { kind, connectionString: `postgresql://nobody@127.0.0.1:${String(port)}/none` };
      await setUp(() => backend);
      wakeUps?.work(() => Promise.resolve());
      await dispatch('A1-01');
      await wakeUps?.schedule(JURISDICTION, clock.now());
      await wakeUps?.schedule(JURISDICTION, clock.now());
      expect(wakeUps?.standing()).toBe('away');
      expect(wakeUps?.awaySince()).toBe(clock.now());
      expect(said.filter((line) => line.includes('暂不可用'))).toHaveLength(1);
      const sweeper = startSweeper({ engine, clock, everyMs: 30, log });
      await until(async () => (await delivered()) > 0);
      await sweeper.stop();
      // A queue that waited for its server would never have closed.
      await wakeUps?.close(1_000);
    },
  );
});

describe('the sweeper', () => {
  beforeEach(() => setUp(({ appUrl }) => ({ kind: 'postgres', connectionString: appUrl })));
  afterEach(tearDown);

  const lastBeat = (): Promise<string | undefined> =>
    db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
      const [row] = await tx.query<{ at: string }>(
        "select beat_at as at from heartbeat where name = 'sweeper'",
        [],
      );
      return row?.at;
    });

  test('beats the heart of a jurisdiction each minute, also where nothing is due', async () => {
    const sweeper = startSweeper({ engine, clock, everyMs: 20, log });
    await until(async () => (await lastBeat()) === DISPATCHED_AT);
    clock.advance({ seconds: 59 });
    await sweeper.look();
    expect(await lastBeat()).toBe(DISPATCHED_AT);
    clock.advance({ seconds: 1 });
    await until(async () => (await lastBeat()) === '2024-04-12T08:01:00.000Z');
    await sweeper.stop();
  });

  test('goes on after a look that failed, and says both', async () => {
    let [broken, failed] = [true, 0];
    const sweeper = startSweeper({
      engine,
      clock,
      everyMs: 20,
      log,
      lookAfter: (id) => {
        if (!broken) return engine.sweep(id);
        failed += 1;
        return Promise.reject(new Error('no disk'));
      },
    });
    await until(() => sweeper.failure() !== null);
    clock.advance({ minutes: 1 });
    // The same again: that is not said twice.
    await until(() => failed >= 2);
    broken = false;
    await until(() => sweeper.failure() === null);
    await sweeper.stop();
    expect(said.filter((line) => line.includes('巡检'))).toEqual([
      `定时巡检出错，稍后重试：${JURISDICTION}：no disk`,
      '定时巡检已恢复。',
    ]);
  });
});
