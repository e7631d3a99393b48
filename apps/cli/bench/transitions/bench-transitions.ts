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
import { outcomesOf } from './outcome.js';
import { measurePeers, type PeerFigure } from './peers/measure-peers.js';
import { reportId } from './submitted-reports.js';
import { withTwins } from './twin-databases.js';

export interface TransitionsOptions {
  /** Owner's login of a server to make the databases on; null: an embedded one. */
  serverUrl: string | null;
  rounds: number;
  /** Transitions a round: one a transaction, and 500 a transaction. */
  singles: number;
  batched: number;
  batch: number;
  /** Transactions under way at once. */
  concurrency: number;
  /** Where other engines are installed that are to be measured too; null: none. */
  peers: string | null;
}

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
        const figures: TransitionsFigure[] = [];
        for (const [step, batch] of casesOf(options)) {
          const rounds: Round[] = [];
          for (const { round, sets } of plans.filter((plan) => plan.step === step && plan.batch === batch)) {
            progress(`${step} × ${batch}，第 ${round} 轮`);
            const taken = await inParallel(sets, options.concurrency, (ids) => judge(engine, step, ids));
            const outcomes = await outcomesOf(reader, sets);
            const baseline = await inParallel(outcomes, options.concurrency, (outcome) =>
              batch === 1 ? handMade.single(outcome) : handMade.many(outcome),
            );
            // The first round warms up: connections, prepared statements, compiled code.
            if (round > 0) rounds.push({ count: sets.flat().length, taken, baseline });
          }
          figures.push(figureOf(step, batch, rounds));
        }
        const peers =
          options.peers === null ? [] : await comparedWith(options.peers, reader, productUrl, options);
        return { server, figures, peers };
      } finally {
        await handMade.close();
        await reader.end();
        await database.close();
      }
    },
  );
}

/** The others take a report as the product has found it, out of the same server. */
async function comparedWith(
  folder: string,
  reader: pg.Pool,
  serverUrl: string,
  { singles, concurrency }: TransitionsOptions,
): Promise<PeerFigure[]> {
  const { rows } = await reader.query<{ snapshot: Snapshot }>(
    `select snapshot from obligation where state = 'submitted' limit 1`,
  );
  const [row] = rows;
  if (!row) throw new Error('no report is left');
  return measurePeers(folder, serverUrl, row.snapshot, { count: singles, concurrency });
}

const casesOf = ({ batch }: TransitionsOptions): [Step, number][] =>
  [1, batch].flatMap((size) => STEPS.map((step): [Step, number] => [step, size]));

interface Plan {
  step: Step;
  batch: number;
  round: number;
  /** The reports of each transaction. */
  sets: string[][];
}

function plansOf(options: TransitionsOptions): Plan[] {
  let next = 0;
  return casesOf(options).flatMap(([step, batch]) =>
    Array.from({ length: options.rounds + 1 }, (_, round): Plan => {
      const transactions = Math.ceil((batch === 1 ? options.singles : options.batched) / batch);
      const sets = Array.from({ length: transactions }, () =>
        Array.from({ length: batch }, () => reportId(next++)),
      );
      return { step, batch, round, sets };
    }),
  );
}

interface Round {
  count: number;
  taken: Took;
  baseline: Took;
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
  };
}
