import { isDeepStrictEqual } from 'node:util';
import { CaseBook, decide, decideMany, ENGINE_ACTOR, type Decision, type Rules } from '#accountability';
import { CLOSING, owedPopulation } from './owed-population.js';
import { median, rounded, timed, type Took } from './processor.js';

/** How fast a period's obligations are closed, one by one and all at once, and that both come to the same. */
export interface CloseFigure {
  readonly subjects: number;
  /** Different cases, and how many subjects were decided alone after all. */
  readonly cases: number;
  readonly alone: number;
  /** What follows, by state; `refused`: the event has no way in the state. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly effects: number;
  /** A second by the clock, and a second of the processor. */
  readonly perSecond: number;
  readonly perCpuSecond: number;
  /** The same of the slow way, on one batch in so many. */
  readonly slowPerSecond: number;
  readonly slowPerCpuSecond: number;
  /** The median of the batches that were decided both ways, in processor time. */
  readonly timesFaster: number;
  /** How many of those said something else one way than the other. */
  readonly different: number;
  /** The most that the process held, of which the cases are part. */
  readonly peakMegabytes: number;
}

const BATCH = 10_000;
/** One batch in so many is decided one by one too. */
const COMPARED = 10;
const MEGABYTE = 1_000_000;

/**
 * Decides the close of a period for so many obligations, half of them filed, in batches of 10,000 as they come from the
 * record; every tenth batch also one by one, right before or after. Making the population is not counted.
 */
export function benchClose(rules: Rules, subjects: number): CloseFigure {
  const book = new CaseBook(CLOSING, rules);
  const count = { effects: 0, different: 0, outcomes: {} as Record<string, number> };
  const fast: Took[] = [];
  const slow: Took[] = [];
  const quotients: number[] = [];
  let compared = 0;
  let peak = 0;
  for (let from = 0, n = 0; from < subjects; from += BATCH, n += 1) {
    const batch = owedPopulation(rules, from, Math.min(BATCH, subjects - from));
    let together: Decision[] = [];
    let apart: Decision[] = [];
    const byCases = (): Took =>
      timed(() => {
        together = [...decideMany(batch, CLOSING, rules, book)];
      });
    const oneByOne = (): Took =>
      timed(() => {
        apart = batch.map((subject) => decide(subject, CLOSING, rules, ENGINE_ACTOR));
      });
    if (n % COMPARED === 0) {
      // Who comes first changes: the second finds the processor's caches warm.
      const before = n % (2 * COMPARED) === 0 ? oneByOne() : null;
      const took = byCases();
      const other = before ?? oneByOne();
      fast.push(took);
      slow.push(other);
      quotients.push(other.cpuMs / took.cpuMs);
      compared += batch.length;
      count.different += together.filter((one, i) => !isDeepStrictEqual(one, apart[i])).length;
    } else fast.push(byCases());
    for (const one of together) {
      const outcome = one.ok ? String(one.snapshot.value) : 'refused';
      count.outcomes[outcome] = (count.outcomes[outcome] ?? 0) + 1;
      count.effects += one.ok ? one.effects.length : 0;
    }
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  return {
    subjects,
    cases: book.count.cases,
    alone: book.count.alone,
    ...count,
    perSecond: perSecond(subjects, fast, 'ms'),
    perCpuSecond: perSecond(subjects, fast, 'cpuMs'),
    slowPerSecond: perSecond(compared, slow, 'ms'),
    slowPerCpuSecond: perSecond(compared, slow, 'cpuMs'),
    timesFaster: rounded(median(quotients), 1),
    peakMegabytes: rounded(peak / MEGABYTE, 0),
  };
}

const perSecond = (subjects: number, took: readonly Took[], by: keyof Took): number =>
  Math.round(subjects / (took.reduce((sum, one) => sum + one[by], 0) / 1000));
