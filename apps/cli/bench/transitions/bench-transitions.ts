import type { Snapshot } from '#accountability';
import { openDatabase } from '#persistence';
import pg from 'pg';
import { progress } from '../../terminal/progress.js';
import { median, rounded } from '../processor.js';
import { JURISDICTION } from './bench-district.js';
import { fillRecord } from './fill-record.js';
import { HandMade } from './hand-made.js';
import { inParallel, type Took } from './in-parallel.js';
import { engineOn, judge, STEPS, type Step } from './judge.js';
import { outcomesOf, type Outcome } from './outcome.js';
import { measurePeers, type PeerFigure } from './peers/measure-peers.js';
import { withPgBoss } from './peers/with-pg-boss.js';
import { reportId } from './submitted-reports.js';
import type { TransitionsOptions } from './transitions-options.js';
import { withTwins } from './twin-databases.js';

/** Transitions a second: the medians of all rounds; the ratio is the median of the rounds' own ratios. */
export interface TransitionsFigure {
  readonly step: Step;
  readonly batch: number;
  readonly perSecond: number;
  readonly baselinePerSecond: number;
  readonly ratio: number;
  /** Processor time of this process for one transition, in microseconds. */
  readonly cpuUs: number;
  readonly baselineCpuUs: number;
  /** Rows written or rewritten for one transition, the same by both; what the server logs for it, in bytes. */
  readonly rows: number;
  readonly walBytes: number;
  readonly baselineWalBytes: number;
  /** pg-boss in batches in the same rounds, where it is installed; the ratio is the product's to it. */
  readonly pgBoss: { readonly perSecond: number; readonly ratio: number; readonly walBytes: number } | null;
}

export interface TransitionsMeasured {
  readonly server: string;
  readonly figures: readonly TransitionsFigure[];
  readonly peers: readonly PeerFigure[];
}

/** Measures the product's transitions against hand-made SQL in turns, and others after them, one after the other. */
export async function benchTransitions(options: TransitionsOptions): Promise<TransitionsMeasured> {
  const plans = plansOf(options);
  const reports = plans.reduce((sum, plan) => sum + plan.sets.flat().length, 0);
  return withTwins(
    options.serverUrl,
    async (ownerUrl) => {
      progress(`编造 ${reports} 份已报待审的填报`);
      // One more: what the others are given.
      await fillRecord(ownerUrl, reports + 1);
      const owner = new pg.Client({ connectionString: ownerUrl });
      await owner.connect();
      await owner.query('vacuum analyze');
      await owner.end();
    },
    async ({ productUrl, baselineUrl, server }) => {
      const database = await openDatabase({ ownerUrl: productUrl, poolSize: options.concurrency });
      const reader = new pg.Pool({ connectionString: productUrl, options: '-c search_path=luoshi', max: 1 });
      reader.on('error', () => undefined);
      const handMade = new HandMade(baselineUrl, JURISDICTION, options.concurrency);
      try {
        const engine = engineOn(database);
        const rounds = new Map<string, Round[]>();
        const unjudged = await submittedSnapshot(reader);
        await withPgBoss(options, productUrl, unjudged, async (pgBoss) => {
          const logged = async <T extends Took>(run: () => Promise<T>): Promise<Logged> => {
            const before = await walPosition(reader);
            const took = await run();
            return { ...took, walBytes: (await walPosition(reader)) - before };
          };
          // Round by round, all cases in each: the first warms up connections, prepared statements, compiled code.
          for (const { step, batch, round, sets } of plans) {
            progress(`${step} × ${batch}，第 ${round} 轮`);
            const taken = await logged(() =>
              inParallel(sets, options.concurrency, (ids) => judge(engine, step, ids)),
            );
            const outcomes = await outcomesOf(reader, sets);
            const baseline = await logged(() =>
              inParallel(outcomes, options.concurrency, (outcome) =>
                batch === 1 ? handMade.single(outcome) : handMade.many(outcome),
              ),
            );
            const count = sets.flat().length;
            const beside = batch === 1 || !pgBoss ? null : await logged(() => pgBoss(count));
            if (round === 0) continue;
            const known = rounds.get(`${step}/${batch}`) ?? [];
            rounds.set(`${step}/${batch}`, [
              ...known,
              { count, taken, baseline, beside, rows: rowsOf(outcomes) },
            ]);
          }
        });
        const figures = casesOf(options).map(([step, batch]) =>
          figureOf(step, batch, rounds.get(`${step}/${batch}`) ?? []),
        );
        const peers =
          options.peers === null
            ? []
            : await measurePeers(options.peers, productUrl, unjudged, {
                count: options.singles,
                concurrency: options.concurrency,
              });
        return { server, figures, peers };
      } finally {
        await handMade.close();
        await reader.end();
        await database.close();
      }
    },
  );
}

/** A report that nobody has judged, as the others are given it. */
async function submittedSnapshot(reader: pg.Pool): Promise<Snapshot> {
  const { rows } = await reader.query<{ snapshot: Snapshot }>(
    `select snapshot from obligation where state = 'submitted' limit 1`,
  );
  const [row] = rows;
  if (!row) throw new Error('no report is left');
  return row.snapshot;
}

/** How much the server has logged, in bytes: of everything that happens on it. */
async function walPosition(reader: pg.Pool): Promise<number> {
  const { rows } = await reader.query<{ bytes: string }>(
    `select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::text as bytes`,
  );
  return Number(rows[0]?.bytes);
}

const rowsOf = (outcomes: readonly Outcome[]): number =>
  outcomes
    .flatMap(({ reports, events, disarmed, armed, messages }) => [reports, events, disarmed, armed, messages])
    .reduce((sum, rows) => sum + rows.length, 0);

const casesOf = ({ batch }: TransitionsOptions): [Step, number][] =>
  [1, batch].flatMap((size) => STEPS.map((step): [Step, number] => [step, size]));

interface Plan {
  step: Step;
  batch: number;
  round: number;
  /** The reports of each transaction. */
  sets: string[][];
}

/** In the order in which they are measured. */
function plansOf(options: TransitionsOptions): Plan[] {
  let next = 0;
  return Array.from({ length: options.rounds + 1 }, (_, round) =>
    casesOf(options).map(([step, batch]): Plan => {
      const transactions = Math.ceil((batch === 1 ? options.singles : options.batched) / batch);
      const sets = Array.from({ length: transactions }, () =>
        Array.from({ length: batch }, () => reportId(next++)),
      );
      return { step, batch, round, sets };
    }),
  ).flat();
}

interface Logged extends Took {
  walBytes: number;
}

interface Round {
  count: number;
  taken: Logged;
  baseline: Logged;
  /** pg-boss with as many jobs. */
  beside: Logged | null;
  rows: number;
}

function figureOf(step: Step, batch: number, rounds: readonly Round[]): TransitionsFigure {
  const of = (value: (round: Round) => number, digits = 0): number =>
    rounded(median(rounds.map(value)), digits);
  return {
    step,
    batch,
    perSecond: of(({ count, taken }) => (count * 1000) / taken.ms),
    baselinePerSecond: of(({ count, baseline }) => (count * 1000) / baseline.ms),
    ratio: of(({ taken, baseline }) => baseline.ms / taken.ms, 2),
    cpuUs: of(({ count, taken }) => (taken.cpuMs * 1000) / count),
    baselineCpuUs: of(({ count, baseline }) => (baseline.cpuMs * 1000) / count),
    rows: of(({ count, rows: written }) => written / count, 1),
    walBytes: of(({ count, taken }) => taken.walBytes / count),
    baselineWalBytes: of(({ count, baseline }) => baseline.walBytes / count),
    pgBoss: rounds.every(({ beside }) => beside !== null)
      ? {
          perSecond: of(({ count, beside }) => (count * 1000) / (beside?.ms ?? 0)),
          ratio: of(({ taken, beside }) => (beside?.ms ?? 0) / taken.ms, 2),
          walBytes: of(({ count, beside }) => (beside?.walBytes ?? 0) / count),
        }
      : null,
  };
}
