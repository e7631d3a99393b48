import type { Config } from '#config';
import { createEngine, type Engine, type Fault } from '#engine';
import { openDatabase, type Database } from '#persistence';
import { createWakeUps, createWatch, type WakeUps, type Watch } from '#scheduling';
import { tellClockOf } from '../../worker/index.js';
import type { Log } from '../terminal/log.js';
import { programVersion } from './program-version.js';
import { recordClock } from './record-clock.js';
import type { SystemClock } from './system-clock.js';
import type { StopList } from './stop-list.js';

/** What every process of ours has: database, clock, engine, and the way to wake a worker. */
export interface Core {
  database: Database;
  clock: SystemClock;
  engine: Engine;
  wakeUps: WakeUps;
  watch: Watch;
}

export interface CoreOptions {
  config: Config;
  server: { ownerUrl: string; appUrl?: string };
  name: string;
  clockSpec: string | undefined;
  fault: Fault | undefined;
  log: Log;
  stops: StopList;
}

/** @throws PersistenceError DATABASE_*, APP_ROLE_*; CliError CLOCK_INVALID */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { config, server, log, stops } = options;
  const database = await openDatabase({
    ownerUrl: server.ownerUrl,
    ...(server.appUrl === undefined ? {} : { appUrl: server.appUrl }),
    applicationName: options.name,
    onConnectionLost: (error) => log.error(`数据库连接中断，将自动重连：${error.message}`),
  });
  stops.add('数据库连接', () => database.close());
  const telling = tellClockOf({ database, kind: options.name, version: programVersion(), log });
  stops.add('进程时钟', () => telling.stop());
  const clock = await recordClock(database, options.clockSpec, log);
  stops.add('校时', keepMeasuring(clock));
  const backend =
    config.redis === null
      ? ({ kind: 'postgres', connectionString: server.appUrl ?? server.ownerUrl } as const)
      : ({ kind: 'redis', redis: config.redis } as const);
  const wakeUps = createWakeUps({ backend, clock, log });
  stops.add('唤醒队列', () => wakeUps.close());
  // The engine is made with the watch's `wake`, and the watch looks after things with the engine.
  const watch: Watch = createWatch({ engine: () => engine, wakeUps, log });
  stops.add('巡检', () => watch.stop());
  const engine = createEngine({
    database,
    clock,
    wake: watch.wake,
    // What the ladder issued while nobody was there can wait until the process has caught up with what is owed.
    papers: { sweepNow: () => process.uptime() >= PAPERS_AFTER_SECONDS },
    ...(options.fault === undefined ? {} : { fault: options.fault }),
  });
  return { database, clock, engine, wakeUps, watch };
}

const MEASURE_EVERY_MS = 30_000;
const PAPERS_AFTER_SECONDS = 300;

/** A database that is away is noticed by others; meanwhile the time goes on as it was last measured. */
function keepMeasuring({ measure }: SystemClock): () => Promise<void> {
  const timer = setInterval(() => void measure?.().catch(() => undefined), MEASURE_EVERY_MS);
  return () => Promise.resolve(clearInterval(timer));
}
