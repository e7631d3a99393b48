import type { Config } from '#config';
import { ledgerOf } from '#engine';
import { clamd, openObjectStore, type ObjectStore } from '#evidence';
import { DEFAULT_IDENTITY_SETTINGS } from '#identity';
import { systemClock } from '#persistence';
import { existsSync } from 'node:fs';
import { createApi, DEFAULT_API_CONFIG, type ReadinessCheck } from '../../api/index.js';
import type { AuditorStatus, WorkerStatus } from '../../worker/index.js';
import { CliError } from '../cli-error.js';
import { projectPath } from '../project-path.js';
import type { Log } from '../terminal/log.js';
import { listeningTrouble } from './listening-trouble.js';
import type { Core } from './open-core.js';
import { outsideWorld } from './outside-world.js';
import { signInProvider } from './sign-in-provider.js';
import { preparePapers } from './prepare-papers.js';
import type { StopList } from './stop-list.js';
import { outdated, type NewerRelease } from './watch-release.js';

/** What the other parts of this process say of themselves. */
export interface Statuses {
  worker?: () => WorkerStatus;
  auditor?: () => AuditorStatus;
  newer?: NewerRelease;
}

/**
 * Serves the API and the page. Returns the address.
 *
 * @throws CliError PORT_TAKEN, PORT_FORBIDDEN, HOST_UNKNOWN, PAGE_NOT_BUILT
 */
export async function startApi(
  config: Config,
  core: Core,
  log: Log,
  stops: StopList,
  statuses: Statuses = {},
): Promise<string> {
  const webRoot = projectPath('dist', 'web');
  if (!existsSync(projectPath('dist', 'web', 'index.html'))) {
    throw new CliError('PAGE_NOT_BUILT', `没有找到页面文件（${webRoot}）。请先执行 npm run build。`);
  }
  const provider = await signInProvider(config);
  const store = await openObjectStore(config);
  stops.add('文件存储', () => Promise.resolve(store.close()));
  const { environment: _environment, http, session, outside } = config;
  const api = await createApi({
    database: core.database,
    engine: core.engine,
    clock: core.clock,
    wallClock: systemClock,
    secrets: (await outsideWorld(config)).box,
    webRoot,
    ...(provider === undefined ? {} : { signInProvider: provider }),
    log,
    ledger: (wanted) => ledgerOf(core.engine.context, wanted),
    files: { store, scanner: config.virusScanner === null ? null : clamd(config.virusScanner) },
    queue: core.wakeUps,
    prepareToWrite: preparePapers(core, log, stops),
    readiness: [...readinessOf(core, statuses), filesReadiness(store)],
    config: {
      ...DEFAULT_API_CONFIG,
      ...http,
      baseUrl: outside.baseUrl,
      identity: { ...DEFAULT_IDENTITY_SETTINGS, ...session },
    },
  });
  stops.add('网页服务', () => api.stop());
  try {
    return (await api.start()).url;
  } catch (error) {
    throw listeningTrouble(error, http.port, http.host);
  }
}

function readinessOf({ clock, wakeUps }: Core, { worker, auditor, newer }: Statuses): ReadinessCheck[] {
  const checks: ReadinessCheck[] = [];
  if (clock.rehearsal !== null) {
    const { speed } = clock.rehearsal;
    checks.push({ name: 'clock', check: () => Promise.resolve(`演练时钟：${clock.now()}，${speed} 倍速`) });
  }
  if (worker !== undefined) {
    checks.push({ name: 'worker', check: () => Promise.resolve(saidOf(worker())) });
  }
  if (worker === undefined) {
    checks.push({ name: 'queue', check: () => Promise.resolve(`唤醒队列${QUEUE_SAID[wakeUps.standing()]}`) });
  }
  if (auditor !== undefined) {
    checks.push({ name: 'auditor', advisory: true, check: () => Promise.resolve(auditedOf(auditor())) });
  }
  if (newer !== undefined) {
    const said = (): string => (newer().length === 0 ? '与数据库一致' : outdated(newer()));
    checks.push({ name: 'release', check: () => Promise.resolve(said()) });
  }
  return checks;
}

/** Advisory: all that needs no file goes on. */
const filesReadiness = (store: ObjectStore): ReadinessCheck => ({
  name: 'files',
  advisory: true,
  check: async () => {
    await store.check();
    return store.place.startsWith('s3') ? '佐证材料存放在对象存储' : '佐证材料存放在文件夹';
  },
});

function auditedOf({ lastRoundAt, lastRunAt, failure, findings }: AuditorStatus): string {
  if (failure !== null) throw new Error(failure);
  if (lastRoundAt === null) return '首次稽核进行中';
  return `最近稽核 ${lastRunAt ?? '（还没有辖区）'}${findings === 0 ? '，没有发现问题' : `，发现 ${findings} 个问题`}`;
}

const QUEUE_SAID = {
  running: '正常',
  paused: '已由管理员暂停，由定时巡检代替',
  away: '不可用，由定时巡检代替',
} as const;

function saidOf({ lastLookAt, failure, queue }: WorkerStatus): string {
  if (lastLookAt === null || failure !== null) throw new Error(failure ?? 'not yet');
  return `最近巡检 ${lastLookAt}；唤醒队列${QUEUE_SAID[queue ?? 'away']}`;
}
