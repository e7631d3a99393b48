import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { parseCalendar, type CalendarData } from '#calendar';
import { CaseShelf, createEngine, fireInChunks, PACE, type Engine } from '#engine';
import { migrate, openDatabase, startEmbeddedPostgres, type Database } from '#persistence';
import { projectPath } from '../../project-path.js';
import { progress } from '../../terminal/progress.js';
import { rounded } from '../processor.js';
import { shippedRules } from '../shipped-rules.js';
import { baselineStatements, prepareBaseline, stage, writeChunk, type Owner } from './baseline.js';
import { habitOf, LIVES } from './habits.js';
import { livedLine, type LivedLine } from './lived-line.js';
import { serverProcessor } from './server-processor.js';
import { FALLS_DUE, writePopulation } from './write-population.js';

/** How long the close of a period took, in the product and by statements that only write what came out. */
export interface PeriodFigure {
  readonly obligations: number;
  readonly lines: number;
  /** What was written: rows of all tables, per obligation. */
  readonly rows: number;
  readonly rowsEach: number;
  /** Obligations closed a second, by the clock on the wall, and the share of the baseline that this is. */
  readonly perSecond: number;
  readonly baselinePerSecond: number;
  readonly ratio: number;
  /** The same by slices, in which one came right after the other. */
  readonly sliceRatios: readonly number[];
  /** Of the subjects how many were taken together, in percent. */
  readonly togetherPercent: number;
  readonly seconds: number;
  /** Processor time of the product's process, and of the server meanwhile; null: the system does not tell. */
  readonly cpuSeconds: number;
  readonly serverCpuSeconds: number | null;
  /** The baseline's processor time as a share of the product's, both processes: hardly depends on what else the machine does. */
  readonly cpuRatio: number | null;
  /** Of the product's process while it closes, and how much of that came with the close: the population is not in it. */
  readonly peakMegabytes: number;
  readonly grownMegabytes: number;
  readonly server: string;
}

/** How time and memory of a larger close compare with those of the smallest one in the same run. */
export interface PeriodGrowth {
  readonly obligations: number;
  /** Time an obligation took, against the smallest population; 1: it grows just with their number. */
  readonly time: number;
  readonly baselineTime: number;
  readonly megabytes: number;
}

const [PRODUCT, BASELINE] = ['990001', '990002'];
const TASKS = 10;
const PLANS = 20;
/** The baseline's, as the figure is defined. */
const CONNECTIONS = 2;
const MEGABYTE = 1_000_000;

/**
 * So much of the log fits between two checkpoints of the server's own, and each side of each slice begins with one: what
 * one has written is not carried to the disk while the other is measured.
 */
const SETTINGS = { max_wal_size: '8GB', checkpoint_timeout: '30min' };

/** Before several sizes are compared, one is closed of which nothing is told: compiling falls on none of them. */
const WARM_UP = 5_000;

/** Slices of a population where nobody says how many: so that one takes long enough to be measured. */
export const slicesOf = (obligations: number): number =>
  obligations >= 1_000_000 ? 10 : obligations >= 100_000 ? 4 : 1;

/** Measures populations of these sizes one after another, on a durable database of its own that is thrown away. */
export async function benchPeriod(
  sizes: readonly number[],
  { slices, lanes }: { slices?: number | undefined; lanes?: number | undefined } = {},
): Promise<{ figures: PeriodFigure[]; growth: PeriodGrowth[] }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'luoshi-bench-'));
  progress('启动临时数据库（fsync、synchronous_commit 均为 on）');
  const server = await startEmbeddedPostgres({ dataDir, settings: SETTINGS });
  const measured = async (name: string, size: number): Promise<PeriodFigure> => {
    await asSuperuser(server.ownerUrl, (owner) => owner(`create database ${name}`));
    const [ownerUrl, appUrl] = [elsewhere(server.ownerUrl, name), elsewhere(server.appUrl, name)];
    await migrate(ownerUrl);
    const urls = { ownerUrl, appUrl, pid: server.pid };
    const figure = await measurePeriod(urls, size, slices ?? slicesOf(size), { lanes });
    await asSuperuser(server.ownerUrl, (owner) => owner(`drop database ${name} with (force)`));
    return figure;
  };
  const figures: PeriodFigure[] = [];
  try {
    if (sizes.length > 1) await measured('warm', WARM_UP);
    for (const [n, size] of sizes.entries()) figures.push(await measured(`period${n}`, size));
    return { figures, growth: growthOf(figures) };
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function growthOf([smallest, ...larger]: readonly PeriodFigure[]): PeriodGrowth[] {
  if (!smallest) return [];
  return larger.map(({ obligations, perSecond, baselinePerSecond, peakMegabytes }) => ({
    obligations,
    time: rounded(smallest.perSecond / perSecond, 2),
    baselineTime: rounded(smallest.baselinePerSecond / baselinePerSecond, 2),
    megabytes: peakMegabytes - smallest.peakMegabytes,
  }));
}

/** Fills an empty, migrated database and closes its period: the product a slice, the baseline the same slice, and so on. */
export async function measurePeriod(
  urls: { ownerUrl: string; appUrl: string; pid?: number },
  obligations: number,
  slices: number,
  {
    lanes = PACE.lanes,
    seen = () => Promise.resolve(),
  }: { lanes?: number | undefined; seen?: (owner: Owner) => Promise<void> } = {},
): Promise<PeriodFigure> {
  const database = await openDatabase({
    appUrl: urls.appUrl,
    poolSize: Math.max(lanes, CONNECTIONS) + 1,
    applicationName: 'luoshi-bench',
    statementTimeoutMs: 0,
  });
  try {
    return await asSuperuser(urls.ownerUrl, async (owner) => {
      const server = await promises(owner);
      const lines = Math.max(1, Math.round(obligations / TASKS));
      await populate(database, lines);
      await prepareBaseline(owner);
      progress('整理统计信息');
      await owner('vacuum analyze');
      await owner('checkpoint');
      const figure = await inSlices({ database, owner, pid: urls.pid, lines, slices, lanes });
      await seen(owner);
      return { ...figure, obligations, lines, server };
    });
  } finally {
    await database.close();
  }
}

async function populate(database: Database, lines: number): Promise<void> {
  const rules = shippedRules();
  const lives: LivedLine[] = Array.from({ length: LIVES }, (_, n) => livedLine(rules, habitOf(n)));
  // Both at once, each in a jurisdiction of its own: two connections.
  await Promise.all(
    [PRODUCT, BASELINE].map((jurisdictionId) =>
      writePopulation(
        database,
        {
          jurisdictionId,
          lines,
          plans: PLANS,
          lived: (line) => lives[Math.floor(line / PLANS) % LIVES] ?? livedLine(rules, habitOf(0)),
        },
        rules,
        calendarData(),
        (line) => progress(`写入数据 ${jurisdictionId}：${line}/${lines} 条报送线`),
      ),
    ),
  );
}

interface Slicing {
  database: Database;
  owner: Owner;
  /** Of the server. */
  pid: number | undefined;
  lines: number;
  slices: number;
  lanes: number;
}

async function inSlices({
  database,
  owner,
  pid,
  lines,
  slices,
  lanes,
}: Slicing): Promise<Omit<PeriodFigure, 'obligations' | 'lines' | 'server'>> {
  const engine: Engine = createEngine({ database, clock: { now: () => FALLS_DUE } });
  const statements = await baselineStatements(owner);
  const shelves = Array.from({ length: lanes }, () => new CaseShelf());
  const atMost = slices === 1 ? Infinity : Math.ceil((lines * 1.4) / slices);
  const total = { ms: 0, baselineMs: 0, cpuMs: 0, rows: 0, server: 0, baselineServer: 0 };
  const ratios: number[] = [];
  let peak = 0;
  const before = process.memoryUsage().rss;
  let closing = false;
  const watch = setInterval(() => {
    if (closing) peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  try {
    for (let n = 0; ; n += 1) {
      await owner('checkpoint');
      progress(`第 ${n + 1} 段：产品`);
      closing = true;
      const cpu = process.cpuUsage();
      const served = serverProcessor(pid);
      const started = performance.now();
      const fired = await fireInChunks(engine.context, PRODUCT, { ...PACE, lanes, atMost }, shelves);
      const ms = performance.now() - started;
      const { user, system } = process.cpuUsage(cpu);
      const servedThen = serverProcessor(pid);
      closing = false;
      if (fired === 0) break;
      progress(`第 ${n + 1} 段：备好对照所写的行`);
      const { chunks, rows } = await stage(owner, PRODUCT, BASELINE);
      await owner('checkpoint');
      progress(`第 ${n + 1} 段：对照`);
      const servedBefore = serverProcessor(pid);
      const baselineMs = await writeAll(database, statements, chunks);
      total.baselineServer += (serverProcessor(pid) ?? NaN) - (servedBefore ?? NaN);
      total.server += (servedThen ?? NaN) - (served ?? NaN);
      total.ms += ms;
      total.baselineMs += baselineMs;
      total.cpuMs += (user + system) / 1000;
      total.rows += rows;
      ratios.push(rounded(baselineMs / ms, 2));
    }
  } finally {
    clearInterval(watch);
  }
  const [taken, together] = [sum(shelves.map((one) => one.taken)), sum(shelves.map((one) => one.together))];
  const closed = lines * TASKS;
  return {
    rows: total.rows,
    rowsEach: rounded(total.rows / closed, 2),
    perSecond: Math.round(closed / (total.ms / 1000)),
    baselinePerSecond: Math.round(closed / (total.baselineMs / 1000)),
    ratio: rounded(total.baselineMs / total.ms, 2),
    sliceRatios: ratios,
    togetherPercent: rounded((100 * together) / Math.max(1, taken), 1),
    seconds: rounded(total.ms / 1000, 1),
    cpuSeconds: rounded(total.cpuMs / 1000, 1),
    serverCpuSeconds: knownOr(null, rounded(total.server, 1)),
    cpuRatio: knownOr(null, rounded(total.baselineServer / (total.server + total.cpuMs / 1000), 2)),
    peakMegabytes: rounded(peak / MEGABYTE, 0),
    grownMegabytes: rounded(Math.max(0, peak - before) / MEGABYTE, 0),
  };
}

/** All chunks, two connections at work at once; how long it took. */
async function writeAll(database: Database, statements: readonly string[], chunks: number): Promise<number> {
  const started = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (next < chunks) await writeChunk(database, BASELINE, statements, next++);
    }),
  );
  return performance.now() - started;
}

async function promises(owner: Owner): Promise<string> {
  const [row] = await owner<{ version: string; fsync: string; commit: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commit`,
  );
  return `PostgreSQL ${row?.version}, fsync ${row?.fsync}, synchronous_commit ${row?.commit}`;
}

async function asSuperuser<T>(url: string, use: (owner: Owner) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(
      async <R extends object>(sql: string, params: readonly unknown[] = []) =>
        (await client.query<R>(sql, [...params])).rows,
    );
  } finally {
    await client.end();
  }
}

function calendarData(): CalendarData {
  const read = parseCalendar(
    readFileSync(projectPath('seeds', 'calendars', 'cn-state-council.yaml'), 'utf8'),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.data;
}

function elsewhere(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}

const knownOr = (otherwise: null, value: number): number | null =>
  Number.isFinite(value) ? value : otherwise;

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
