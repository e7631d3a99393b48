import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate, openDatabase, startEmbeddedPostgres } from '#persistence';
import { preparePostgresQueue } from '#scheduling';
import { progress } from '../../terminal/progress.js';
import { median, rounded } from '../processor.js';
import { liveCounty } from './live-county.js';
import { multiply } from './multiply.js';
import { startedWorker, type Started } from './started-process.js';

export interface StartUpFigure {
  tasks: number;
  clocks: number;
  obligations: number;
  /** Medians of so many starts, seconds; and the slowest. */
  readySeconds: number;
  reconciledSeconds: number;
  slowestSeconds: number;
  /** The most of all starts. */
  peakMegabytes: number;
}

const STARTS = 3;

/**
 * Starts a real worker over so many live tasks, one size after the other in the same record, on a durable database of its own
 * that is thrown away. The queue is in PostgreSQL, or in the Redis given.
 */
export async function benchStartUp(
  sizes: readonly number[],
  redisUrl: string | undefined,
): Promise<StartUpFigure[]> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'luoshi-bench-'));
  progress('启动临时数据库（fsync、synchronous_commit 均为 on）');
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    await migrate(server.ownerUrl);
    await preparePostgresQueue(server.ownerUrl);
    const database = await openDatabase({ appUrl: server.appUrl, statementTimeoutMs: 0 });
    try {
      await liveCounty(database);
    } finally {
      await database.close();
    }
    const env = { DATABASE_URL: server.appUrl, ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }) };
    const figures: StartUpFigure[] = [];
    for (const size of sizes) figures.push(await measure(server.ownerUrl, env, size));
    return figures;
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure(ownerUrl: string, env: Record<string, string>, size: number): Promise<StartUpFigure> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await multiply(owner, size, (done) => progress(`写入在办任务 ${done}/${size}`));
    progress('整理统计信息');
    await owner.query('vacuum analyze');
    await owner.query('checkpoint');
    const starts: Started[] = [];
    for (let n = 1; n <= STARTS; n += 1) {
      // As after a short stop: the heart has beaten a minute ago, and nobody has audited since.
      await owner.query(`update luoshi.heartbeat set beat_at = now() - interval '1 minute'`);
      await owner.query('delete from luoshi.audit_run');
      starts.push(await startedWorker(env));
      progress(`第 ${n} 次启动：${rounded((starts.at(-1)?.reconciledMs ?? 0) / 1000, 1)} 秒`);
    }
    const { rows } = await owner.query<Pick<StartUpFigure, 'tasks' | 'clocks' | 'obligations'>>(
      `select (select count(*)::integer from luoshi.task) as tasks, (select count(*)::integer from luoshi.obligation) as obligations,
         (select count(*)::integer from luoshi.deadline where state = 'armed') as clocks`,
    );
    const seconds = (of: (one: Started) => number): number => rounded(median(starts.map(of)) / 1000, 2);
    return {
      ...(rows[0] ?? { tasks: 0, clocks: 0, obligations: 0 }),
      readySeconds: seconds(({ readyMs }) => readyMs),
      reconciledSeconds: seconds(({ reconciledMs }) => reconciledMs),
      slowestSeconds: rounded(Math.max(...starts.map(({ reconciledMs }) => reconciledMs)) / 1000, 2),
      peakMegabytes: Math.round(Math.max(...starts.map(({ peakMegabytes }) => peakMegabytes))),
    };
  } finally {
    await owner.end();
  }
}
