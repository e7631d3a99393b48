import type { Config } from '#config';
import type { Fault, LoadedSeeds } from '#engine';
import type { Log } from '../terminal/log.js';
import { progress } from '../terminal/progress.js';
import { databaseServer } from './database-server.js';
import { refuseTakenPort } from './listening-trouble.js';
import { playDemoHistory } from './demo-history.js';
import { loadDemo } from './load-demo.js';
import { migrateAll } from './migrate-all.js';
import { openCore } from './open-core.js';
import type { SystemClock } from './system-clock.js';
import type { Signals } from './signals.js';
import { startApi } from './start-api.js';
import { startAuditor } from './start-auditor.js';
import { startCourier } from './start-courier.js';
import { startWebhooks } from './start-webhooks.js';
import { startRetention } from './start-retention.js';
import { startSealer } from './start-sealer.js';
import { startWorker } from './start-worker.js';
import type { StopList } from './stop-list.js';

export interface SystemOptions {
  config: Config;
  fresh: boolean;
  seed: boolean;
  demoPassword: string | undefined;
  clockSpec: string | undefined;
  fault: Fault | undefined;
  /** Called with the demo users at the moment they are made. */
  onSeeds: (seeds: LoadedSeeds) => void;
}

export interface RunningSystem {
  url: string;
  clock: SystemClock;
  /** Settles, with the reason, where a part ends unasked. */
  ended: Promise<string>;
}

/**
 * The whole system in one process. What is started last is stopped first: page and streams, worker, connections,
 * embedded server.
 *
 * @throws PersistenceError, SeedError, CliError
 */
export async function startSystem(
  options: SystemOptions,
  log: Log,
  stops: StopList,
  signals: Signals,
): Promise<RunningSystem> {
  const { config, fault, clockSpec } = options;
  await refuseTakenPort(config.http.port, config.http.host);
  progress(config.database === null ? '启动内置数据库' : '连接外部数据库');
  const server = await databaseServer(config, { fresh: options.fresh });
  stops.add('内置数据库', () => server.stop());
  server.notes.forEach(progress);
  signals.goOn();

  const { applied } = await migrateAll(config, server.ownerUrl);
  if (applied.length > 0) progress(`已执行数据库迁移：${applied.join('、')}`);
  signals.goOn();

  const seeding = { demoPassword: options.demoPassword, onSeeds: options.onSeeds };
  if (options.seed && clockSpec === undefined) {
    await playDemoHistory(server, { ...seeding, onDay: () => signals.goOn() });
  }
  const core = await openCore({ config, server, name: 'luoshi', clockSpec, fault, log, stops });
  if (options.seed && clockSpec !== undefined) await loadDemo(core.engine, seeding);
  signals.goOn();

  const worker = startWorker(core, log, stops);
  await startCourier(config, core, log, stops);
  await startWebhooks(config, core, log, stops);
  await startSealer(config, core, log, stops);
  startRetention(core, log, stops);
  const auditor = startAuditor(config, core, log, stops);
  const url = await startApi(config, core, log, stops, { worker: worker.status, auditor: auditor.status });
  const ended = server.ended.then(
    () => `内置数据库意外停止。日志在 ${config.dataDir}/postgres.log；重新启动即可恢复已提交的数据。`,
  );
  return { url, clock: core.clock, ended };
}
