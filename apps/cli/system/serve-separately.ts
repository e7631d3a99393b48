import type { Config } from '#config';
import { startHealthServer, type ToldStatus } from '../../worker/index.js';
import { CliError } from '../cli-error.js';
import { stderrLog } from '../terminal/log.js';
import { listeningTrouble, refuseTakenPort } from './listening-trouble.js';
import { openCore, type Core } from './open-core.js';
import { readEnvironment, withOptions } from './read-environment.js';
import { runUntilStopped } from './run-until-stopped.js';
import { startApi } from './start-api.js';
import { startAuditor } from './start-auditor.js';
import { startCourier } from './start-courier.js';
import { startRetention } from './start-retention.js';
import { startSealer } from './start-sealer.js';
import { startWebhooks } from './start-webhooks.js';
import { startWorker } from './start-worker.js';
import { watchRelease } from './watch-release.js';
import type { StopList } from './stop-list.js';

const NEVER = new Promise<string>(() => undefined);

/** Only API and page, in a process of their own on an outside database. */
export function serveApi(options: { port?: number; host?: string }): Promise<0 | 1> {
  return separately('luoshi api', options, async (config, core, stops) => {
    const auditor = startAuditor(config, core, stderrLog, stops);
    const newer = watchRelease(core, stderrLog, stops);
    const url = await startApi(config, core, stderrLog, stops, { auditor: auditor.status, newer });
    process.stdout.write(`落实网页服务已启动：${url}\n`);
  });
}

/** Only the worker; with `healthPort`, it answers /healthz and /readyz there. */
export function serveWorker(options: { healthPort?: number; host?: string }): Promise<0 | 1> {
  return separately('luoshi worker', options, async (config, core, stops) => {
    const { healthPort: port } = options;
    const { host } = config.http;
    if (port !== undefined) await refuseTakenPort(port, host);
    const worker = startWorker(core, stderrLog, stops);
    await startCourier(config, core, stderrLog, stops);
    await startWebhooks(config, core, stderrLog, stops);
    await startSealer(config, core, stderrLog, stops);
    startRetention(core, stderrLog, stops);
    const auditor = startAuditor(config, core, stderrLog, stops);
    const newer = watchRelease(core, stderrLog, stops);
    const status = (): ToldStatus => ({
      ...worker.status(),
      auditor: auditor.status(),
      newerMigrations: newer(),
    });
    const health =
      port === undefined
        ? null
        : await startHealthServer(status, port, host).catch((error: unknown) => {
            throw listeningTrouble(error, port, host);
          });
    if (health !== null) stops.add('健康检查', () => health.stop());
    const where = health === null ? '' : `，健康检查 http://${host}:${health.port}/readyz`;
    process.stdout.write(`落实巡检已启动${where}\n`);
  });
}

function separately(
  name: string,
  options: { port?: number; host?: string },
  run: (config: Config, core: Core, stops: StopList) => Promise<void>,
): Promise<0 | 1> {
  const { config: given, clockSpec, fault } = readEnvironment();
  const config = withOptions(given, options);
  const server = config.database;
  if (server === null) {
    throw new CliError(
      'DATABASE_REQUIRED',
      '分开运行时须用外部 PostgreSQL：请设置 DATABASE_URL。内置数据库只供 npx luoshi start 使用。',
    );
  }
  return runUntilStopped(stderrLog, async (stops) => {
    const core = await openCore({ config, server, name, clockSpec, fault, log: stderrLog, stops });
    await run(config, core, stops);
    return { ended: NEVER };
  });
}
