import { bestPairs, type PossiblePair } from './best-pairs.js';
import { likenessOfTasks, type Likeness } from './likeness.js';
import type { PreparedTask } from './prepared-task.js';
import { LEAST_LIKENESS } from './thresholds.js';

/** What a person said: this task of the revised text is that running one, or none (null). Keys of tasks. */
export interface PairByHand {
  readonly after: string;
  readonly before: string | null;
}

export interface TaskMatch {
  readonly before: PreparedTask;
  readonly after: PreparedTask;
  /** Null: a person put them together. */
  readonly likeness: Likeness | null;
}

/** More than all that a pair can gain elsewhere: what stands there word for word is never given to another. */
const WORTH_OF_SAME_WORDS = 1;
/** Between equals those stay together that keep their order. */
const WORTH_OF_ORDER = 0.0001;

/**
 * Which task of the revised text is which running one: the pairs that are worth most together, none of them below the
 * least likeness. What persons said stands above everything. The same input gives the same pairs.
 *
 * @param actionOf the running action for an action of the revised text
 */
export function matchTasks(
  before: readonly PreparedTask[],
  after: readonly PreparedTask[],
  actionOf: ReadonlyMap<string, string>,
  byHand: readonly PairByHand[],
): TaskMatch[] {
  const said = pairsSaid(before, after, byHand);
  const saidOf = new Set(said.map((match) => match.before));
  const settled = new Set(byHand.map((pair) => pair.after));
  const likenesses = new Map<string, Likeness>();
  const possible: PossiblePair[] = [];
  before.forEach((running, row) => {
    if (saidOf.has(running)) return;
    after.forEach((revised, column) => {
      if (settled.has(revised.task.key)) return;
      const likeness = likenessOfTasks(
        running,
        revised,
        actionOf.get(revised.task.action) === running.task.action,
      );
      if (likeness === null) return;
      const apart = Math.abs(row / before.length - column / after.length);
      const worth = worthOf(running, revised, likeness) + WORTH_OF_ORDER * (1 - apart);
      likenesses.set(`${row}/${column}`, likeness);
      possible.push({ row, column, worth });
    });
  });
  const found = bestPairs(possible).flatMap(({ row, column }): TaskMatch[] => {
    const [running, revised] = [before[row], after[column]];
    const likeness = likenesses.get(`${row}/${column}`);
    return running && revised && likeness ? [{ before: running, after: revised, likeness }] : [];
  });
  return [...said, ...found];
}

/**
 * The square makes one good pair worth more than two poor ones: a task that is plainly the same is not torn apart so
 * that two others may be somewhat alike.
 */
function worthOf(before: PreparedTask, after: PreparedTask, { whole }: Likeness): number {
  const same =
    before.words.title === after.words.title &&
    before.words.body !== null &&
    before.words.body === after.words.body;
  return (whole - LEAST_LIKENESS) ** 2 + (same ? WORTH_OF_SAME_WORDS : 0);
}

/** Where two persons claimed the same running task, the last one counts. */
function pairsSaid(
  before: readonly PreparedTask[],
  after: readonly PreparedTask[],
  byHand: readonly PairByHand[],
): TaskMatch[] {
  const running = new Map(before.map((one) => [one.task.key, one]));
  const revised = new Map(after.map((one) => [one.task.key, one]));
  const claims = new Map<PreparedTask, PreparedTask>();
  for (const pair of byHand) {
    const [left, right] = [
      pair.before === null ? undefined : running.get(pair.before),
      revised.get(pair.after),
    ];
    if (left && right) claims.set(left, right);
  }
  return [...claims].map(([left, right]) => ({ before: left, after: right, likeness: null }));
}
