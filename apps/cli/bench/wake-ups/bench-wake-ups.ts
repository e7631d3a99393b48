import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { RedisConfig } from '#config';
import { createEngine, type Engine } from '#engine';
import { migrate, openDatabase, startEmbeddedPostgres, systemClock } from '#persistence';
import {
  alarmClock,
  createWakeUps,
  createWatch,
  openQueueMemory,
  type QueueMemory,
  type Timer,
  type WakeUps,
} from '#scheduling';
import { progress } from '../../terminal/progress.js';
import { rounded } from '../processor.js';
import { liveCounty } from '../start-up/live-county.js';
import { multiply } from '../start-up/multiply.js';
import { JURISDICTION } from '../transitions/bench-district.js';
import { withThrowawayRedis } from './throwaway-redis.js';

export interface Held {
  jobs: number;
  keys: number;
  bytes: number;
  bytesPerTask: number;
}

export interface WakeUpsFigure {
  tasks: number;
  /** Armed clocks of all of them. */
  timers: number;
  /** BullMQ's programs, the same for both and in none of the figures below. */
  programBytes: number;
  /** The product: the next alarm of the jurisdiction and the minute's sweep, after a while of work. */
  ours: Held & { wakeUpsDone: number };
  /** An alarm for every second in which something falls due within its horizon of 25 hours: more than there can be. */
  atWorst: Held;
  /** One delayed job for each timer. */
  jobATimer: Held & { bytesPerJob: number };
}

/** So many wake-ups are rung and worked off before it is measured what they leave behind. */
const WORKED_OFF = 1_000;
const BATCH = 5_000;
/** Less by a little than the product's own, so that all of it is within. */
const HORIZON_HOURS = 24.9;

/**
 * What the queue of a county's live tasks takes in Redis: ours, and one delayed job for each timer, in the same server one
 * after the other. Database and Redis are thrown away.
 */
export async function benchWakeUps(tasks: number): Promise<WakeUpsFigure> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'luoshi-bench-'));
  progress('启动临时数据库和 Redis');
  const server = await startEmbeddedPostgres({
    dataDir,
    settings: { fsync: 'off', synchronous_commit: 'off' },
  });
  try {
    await migrate(server.ownerUrl);
    const database = await openDatabase({ appUrl: server.appUrl, statementTimeoutMs: 0 });
    try {
      await liveCounty(database);
      const owner = new pg.Client({ connectionString: server.ownerUrl });
      await owner.connect();
      try {
        await multiply(owner, tasks, (done) => progress(`写入在办任务 ${String(done)}/${String(tasks)}`));
        await owner.query('analyze');
        const engine = createEngine({ database, clock: systemClock });
        return await withThrowawayRedis((redis) => measured(redis, engine, owner));
      } finally {
        await owner.end();
      }
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measured(redis: RedisConfig, engine: Engine, owner: pg.Client): Promise<WakeUpsFigure> {
  const { rows } = await owner.query<{ tasks: number; timers: number }>(
    `select (select count(*)::integer from luoshi.task) as tasks,
       (select count(*)::integer from luoshi.deadline where state = 'armed') as timers`,
  );
  const { tasks = 0, timers = 0 } = rows[0] ?? {};
  const memory = await openQueueMemory(redis);
  try {
    const bare = await memory.bytes();
    // BullMQ's programs stay in the server when it is emptied: they are loaded before anything is compared.
    await memory.addJobs([{ subjectId: 'first', name: 'first', at: new Date().toISOString() }]);
    await workAWhile(redis, engine, 10);
    await memory.empty();
    let empty = await memory.bytes();
    const programBytes = empty - bare;
    const emptied = async (): Promise<void> => {
      await memory.empty();
      empty = await memory.bytes();
    };
    const held = async (jobs: number): Promise<Held> => {
      const bytes = (await memory.bytes()) - empty;
      return { jobs, keys: await memory.keys(), bytes, bytesPerTask: rounded(bytes / tasks, 2) };
    };
    progress('每个时限一个延时任务');
    const jobs = await addAJobATimer(memory, owner);
    const jobATimer = await held(jobs);
    await emptied();

    progress('本系统的唤醒');
    const ours = await held(await workAWhile(redis, engine, WORKED_OFF));
    await emptied();

    progress('本系统的唤醒，每一个到期的秒');
    const atWorst = await held(await alarmEverySecond(redis, owner));
    return {
      tasks,
      timers,
      programBytes,
      ours: { ...ours, wakeUpsDone: WORKED_OFF },
      atWorst,
      jobATimer: { ...jobATimer, bytesPerJob: rounded(jobATimer.bytes / Math.max(1, jobs), 1) },
    };
  } finally {
    await memory.close();
  }
}

/** In batches, from a cursor: half a million rows need not be here at once. */
async function addAJobATimer(memory: QueueMemory, owner: pg.Client): Promise<number> {
  await owner.query('begin');
  await owner.query(
    `declare timers no scroll cursor for select subject_id as "subjectId", name,
       to_char(projected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from luoshi.deadline where state = 'armed' and projected_at is not null`,
  );
  let count = 0;
  for (;;) {
    const { rows } = await owner.query<Timer>(`fetch ${String(BATCH)} from timers`);
    if (rows.length === 0) break;
    await memory.addJobs(rows);
    count += rows.length;
  }
  await owner.query('commit');
  return count;
}

/** The way of a worker: works off what rings, sweeps, sets the alarm. How many jobs it leaves in the queue. */
async function workAWhile(redis: RedisConfig, engine: Engine, wakeUpsDone: number): Promise<number> {
  const wakeUps = createWakeUps({ backend: { kind: 'redis', redis }, clock: alarmClock(systemClock) });
  const watch = createWatch({ engine: () => engine, wakeUps });
  try {
    let done = 0;
    wakeUps.work((id) => {
      if (id !== null) done += 1;
      return Promise.resolve();
    });
    for (let ring = 0; done < wakeUpsDone; ring += 1) {
      await wakeUps.schedule(`9${String(ring % 100_000)}`, systemClock.now());
      if (ring % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await watch.lookAfter(JURISDICTION);
    await watch.stop();
    return await quiet(wakeUps);
  } finally {
    // Its connections are buffers of the server's, not the queue's.
    await wakeUps.close();
  }
}

/** Waits until all that rang is worked off; how many jobs are left. */
async function quiet(wakeUps: WakeUps): Promise<number> {
  for (;;) {
    const { waiting, active, delayed } = await wakeUps.desk.status();
    if (waiting + active === 0) return delayed;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function alarmEverySecond(redis: RedisConfig, owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ ms: number }>(
    `select distinct (extract(epoch from date_trunc('second', projected_at - first.at)) * 1000)::float8 as ms
     from luoshi.deadline, (select min(projected_at) as at from luoshi.deadline where state = 'armed') first
     where state = 'armed' and projected_at <= first.at + $1 * interval '1 hour'`,
    [HORIZON_HOURS],
  );
  const begin = Date.now() + 60_000;
  const wakeUps = createWakeUps({ backend: { kind: 'redis', redis }, clock: alarmClock(systemClock) });
  try {
    for (const { ms } of rows) await wakeUps.schedule(JURISDICTION, new Date(begin + ms).toISOString());
    const { waiting, delayed } = await wakeUps.desk.status();
    return waiting + delayed;
  } finally {
    await wakeUps.close();
  }
}
