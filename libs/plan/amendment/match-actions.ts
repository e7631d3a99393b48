import type { AmendableAction } from './amendable-task.js';
import { bestPairs, type PossiblePair } from './best-pairs.js';
import { characterPairs, likenessOf } from './character-pairs.js';
import { plainForm } from './plain-words.js';
import { LEAST_LIKENESS } from './thresholds.js';

/** What the number adds to the likeness of two names: enough to decide between equals. */
const WEIGHT_OF_NUMBER = 0.1;

/** Which action of the revised text is which of the running plan: by their names, whatever their numbers. New ones are left out. */
export function matchActions(
  before: readonly AmendableAction[],
  after: readonly AmendableAction[],
): Map<string, string> {
  const [left, right] = [before.map(prepared), after.map(prepared)];
  const possible: PossiblePair[] = left.flatMap((a, row) =>
    right.flatMap((b, column) => {
      const alike = likenessOf(a.pairs, b.pairs);
      const worth = alike + (a.number === b.number ? WEIGHT_OF_NUMBER : 0);
      return alike >= LEAST_LIKENESS ? [{ row, column, worth }] : [];
    }),
  );
  return new Map(
    bestPairs(possible).flatMap(({ row, column }) => {
      const [a, b] = [before[row], after[column]];
      return a && b ? [[b.key, a.key] as const] : [];
    }),
  );
}

/**
 * An action whose name nobody knows, but most of whose tasks come from one action that has no counterpart, is that one
 * under a new name.
 *
 * @param moves for each matched task the action it stood in and the one it stands in now
 */
export function renamedActions(
  known: ReadonlyMap<string, string>,
  moves: readonly { readonly from: string; readonly to: string }[],
): Map<string, string> {
  const all = new Map(known);
  const taken = new Set(known.values());
  for (const to of new Set(moves.map((move) => move.to))) {
    if (all.has(to)) continue;
    const origins = moves.filter((move) => move.to === to).map(({ from }) => from);
    const from = origins.find(
      (origin) => origins.filter((one) => one === origin).length * 2 > origins.length,
    );
    if (from === undefined || taken.has(from)) continue;
    all.set(to, from);
    taken.add(from);
  }
  return all;
}

const prepared = ({ name, number }: AmendableAction) => ({
  pairs: characterPairs(plainForm(name)),
  number: plainForm(number),
});
