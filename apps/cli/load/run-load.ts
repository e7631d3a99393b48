import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate, startEmbeddedPostgres } from '#persistence';
import { preparePostgresQueue } from '#scheduling';
import { progress } from '../terminal/progress.js';
import { judgeLoad, type Judgement } from './judge-load.js';
import { ACTED_AT, foundLoadDistrict, PASSWORD } from './load-district.js';
import { emptyTally, LoadPerson } from './load-person.js';
import { startServer } from './start-server.js';
import { growthOf, watchProcess } from './watch-process.js';

export interface LoadSettings {
  people: number;
  seconds: number;
  /** What a person takes to look and think between two acts, on average. */
  thinkSeconds: number;
  /** Owner's and application's login of an empty database; absent: an embedded one that is removed afterwards. */
  server?: { ownerUrl: string; appUrl: string };
}

export interface Times {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

export interface LoadReport {
  people: number;
  seconds: number;
  reads: Times;
  writes: Times;
  refused: Record<string, number>;
  errors: string[];
  judgement: Judgement;
  memory: { startMegabytes: number; endMegabytes: number; growthPerMinute: number };
  /** Of the server's process, for each second of the run. */
  processors: number;
}

/** People act at once against a real server over HTTP; afterwards the record is set against what they were told. */
export async function runLoad(settings: LoadSettings): Promise<LoadReport> {
  if (settings.server !== undefined) return onServer(settings, settings.server);
  const dataDir = await mkdtemp(join(tmpdir(), 'luoshi-load-'));
  progress('启动临时数据库');
  const embedded = await startEmbeddedPostgres({ dataDir });
  try {
    return await onServer(settings, embedded);
  } finally {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function onServer(
  { people, seconds, thinkSeconds }: LoadSettings,
  { ownerUrl, appUrl }: { ownerUrl: string; appUrl: string },
): Promise<LoadReport> {
  await migrate(ownerUrl);
  await preparePostgresQueue(ownerUrl);
  progress(`准备 ${people} 人的辖区`);
  const posts = await foundLoadDistrict(appUrl, people);
  const server = await startServer({
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    LUOSHI_CLOCK: `${ACTED_AT}@1`,
    // Each person comes from an address of their own.
    LUOSHI_TRUST_PROXY: '1',
  });
  try {
    const tally = emptyTally();
    const crowd = posts.map(
      (post, i) => new LoadPerson(server.url, post, `10.1.${i >> 8}.${i & 255}`, tally),
    );
    progress('登录');
    for (const person of crowd) await person.signIn(PASSWORD);
    progress(`${people} 人同时办理 ${seconds} 秒`);
    const watch = watchProcess(server.pid, 1_000);
    const began = performance.now();
    const end = began + seconds * 1_000;
    await Promise.all(crowd.map((person) => live(person, end, thinkSeconds)));
    const lasted = (performance.now() - began) / 1_000;
    const samples = await watch.stop();
    const [first, last] = [samples[0], samples.at(-1)];
    return {
      people,
      seconds: lasted,
      reads: timesOf(tally.reads),
      writes: timesOf(tally.writes),
      refused: Object.fromEntries(tally.refused),
      errors: tally.errors,
      judgement: await judgeLoad(ownerUrl, tally),
      memory: {
        startMegabytes: first?.megabytes ?? 0,
        endMegabytes: last?.megabytes ?? 0,
        growthPerMinute: growthOf(samples),
      },
      processors: ((last?.processorSeconds ?? 0) - (first?.processorSeconds ?? 0)) / lasted,
    };
  } finally {
    await server.stop();
  }
}

async function live(person: LoadPerson, end: number, thinkSeconds: number): Promise<void> {
  const think = (): Promise<void> =>
    pause(Math.min(Math.random() * 2 * thinkSeconds * 1_000, Math.max(0, end - performance.now())));
  await think();
  while (performance.now() < end) {
    await person.act(Math.random());
    await think();
  }
}

export function timesOf(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}
