import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readScoredFacts, scoreFacts } from '#engine';
import {
  migrate,
  openDatabase,
  scoredEvents,
  startEmbeddedPostgres,
  type Database,
  type Transaction,
} from '#persistence';
import { parseScheme, SCORED_EVENTS } from '#scoring';
import { projectPath } from '../project-path.js';
import { progress } from '../terminal/progress.js';
import { BENCH_JURISDICTION, writeMadeUpYear, type MadeUpYear } from './made-up-year.js';
import { median, rounded } from './processor.js';

export interface ScoreFigure {
  readonly units: number;
  /** All events of the record, and those that say anything about a score. */
  readonly events: number;
  readonly scoredEvents: number;
  /** Reading the record and folding it into facts; scoring and ranking them. Medians, in milliseconds. */
  readonly factsMs: number;
  readonly scoresMs: number;
  readonly wholeMs: number;
  /** The same rows read by the same connection and thrown away: what no scoring of them in this process can be faster than. */
  readonly bareReadMs: number;
  /** Counting the same rows by unit and type in the database, nothing read: the least that looks at all of them. */
  readonly bareCountMs: number;
  /** `wholeMs` as so many times `bareReadMs`, both of the same round: what else runs on the machine is in both. */
  readonly timesBareRead: number;
  /** What this process itself used of processors: it also holds on a machine with other work. */
  readonly cpuMs: number;
  /** The most memory that this process held while it scored once, and while it scored again and again, in megabytes. */
  readonly onceMb: number;
  readonly peakMb: number;
}

/** Of each unit: enough for a hundred events, of which the record of a year has about so many of each kind. */
const EACH = { tasksEach: 3, reportsEach: 19 };
const ROUNDS = 5;
/** A throwaway server need not survive a power cut. */
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Measures a year's scores of so many units by the shipped scheme, on a database of its own that is thrown away. */
export async function benchScore(units: number): Promise<ScoreFigure> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'luoshi-bench-'));
  progress('启动临时数据库');
  const server = await startEmbeddedPostgres({ dataDir, settings: THROWAWAY });
  try {
    await migrate(server.ownerUrl);
    const database = await openDatabase({
      appUrl: server.appUrl,
      applicationName: 'luoshi-bench',
      statementTimeoutMs: 0,
    });
    try {
      return await measureScores(database, { units, ...EACH });
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Writes the year into an empty database and scores it, several times. */
export async function measureScores(
  database: Database,
  year: MadeUpYear,
  rounds = ROUNDS,
): Promise<ScoreFigure> {
  const parsed = parseScheme(await readFile(projectPath('seeds/scoring/default.yaml'), 'utf8'));
  if (!parsed.ok) throw new Error('the shipped scheme cannot be read');
  const scope = { jurisdictionId: BENCH_JURISDICTION };
  progress(`编造 ${year.units} 个单位一年的记录`);
  const events = await database.transaction(scope, async (tx) => {
    await writeMadeUpYear(tx, year);
    const [row] = await tx.query<{ n: number }>('select count(*)::int as n from event');
    return row?.n ?? 0;
  });
  const facts: number[] = [];
  const scores: number[] = [];
  const whole: number[] = [];
  const bare: number[] = [];
  const counted: number[] = [];
  const ratios: number[] = [];
  const cpu: number[] = [];
  let scored = 0;
  let count = 0;
  let peak = 0;
  let once = 0;
  for (let round = 0; round < rounds; round += 1) {
    progress(`第 ${round + 1} 轮`);
    const [readMs, countMs] = await bareline(database);
    bare.push(readMs);
    counted.push(countMs);
    const before = process.cpuUsage();
    const started = performance.now();
    const read = await database.transaction(
      scope,
      async (tx) => {
        const [plan] = await tx.query<{ id: string }>('select id from plan');
        const wanted = { planId: plan?.id ?? null, from: '2024-01-01', to: '2024-12-31' };
        return readScoredFacts(tx, wanted, '2025-01-10T00:00:00.000Z');
      },
      { isolation: 'repeatable read', readOnly: true },
    );
    const between = performance.now();
    const groups = scoreFacts(parsed.value, read);
    const ended = performance.now();
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
    facts.push(between - started);
    scores.push(ended - between);
    whole.push(ended - started);
    ratios.push((ended - started) / readMs);
    scored = groups.flatMap((group) => group.scores).length;
    count = read.events;
    peak = Math.max(peak, process.memoryUsage().rss);
    if (round === 0) once = peak;
  }
  return {
    units: scored,
    events,
    scoredEvents: count,
    factsMs: rounded(median(facts), 0),
    scoresMs: rounded(median(scores), 0),
    wholeMs: rounded(median(whole), 0),
    bareReadMs: rounded(median(bare), 0),
    bareCountMs: rounded(median(counted), 0),
    timesBareRead: rounded(median(ratios), 1),
    cpuMs: rounded(median(cpu), 0),
    onceMb: rounded(once / 1_000_000, 0),
    peakMb: rounded(peak / 1_000_000, 0),
  };
}

const SCOPE = { jurisdictionId: BENCH_JURISDICTION };
const END = '2024-12-31T15:59:59.999Z';

/** The same events read and thrown away; and counted where they lie. In milliseconds. */
async function bareline(database: Database): Promise<[read: number, count: number]> {
  const timed = async (work: (tx: Transaction) => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await database.transaction(SCOPE, work, { isolation: 'repeatable read', readOnly: true });
    return performance.now() - started;
  };
  const read = await timed((tx) =>
    scoredEvents(tx, { planId: null, to: END, types: SCORED_EVENTS }, () => undefined),
  );
  const count = await timed((tx) =>
    tx.query(
      `select coalesce(o.unit_id::text, 'task') as unit, e.type, count(*) from event e
         left join obligation o on o.jurisdiction_id = e.jurisdiction_id and o.id = e.subject_id
       where e.at <= $1 group by 1, 2`,
      [END],
    ),
  );
  return [read, count];
}
