import type { DrawRules, TruthSignal } from '#accountability';

/** A score in thousandths, as whole number: what the lots are counted with. */
export const thousandths = (score: number): number => Math.round(score * 1000);

/**
 * How many lots (签) an account has in the draw: everybody’s, and what each signal adds by its score; never fewer or
 * more than the rules say. Whole numbers throughout, so that everybody comes to the same.
 */
export function lotsOf(
  signals: readonly { name: TruthSignal; score: number }[],
  { baseLots, fewestLots, mostLots, lots }: Pick<DrawRules, 'baseLots' | 'fewestLots' | 'mostLots' | 'lots'>,
): number {
  const added = signals.reduce((sum, { name, score }) => sum + (lots[name] ?? 0) * thousandths(score), 0);
  return Math.min(mostLots, Math.max(fewestLots, baseLots + Math.floor(added / 1000)));
}

/** How many are drawn by lot: what is asked for, but never more than the rules’ share of all. */
export const drawnByLot = ({
  count,
  population,
  shareAtMost,
}: {
  count: number;
  population: number;
  shareAtMost: number;
}): number => Math.min(count, Math.floor(population * shareAtMost));
