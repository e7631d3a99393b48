import { levelsOf, type Level } from '#accountability';
import type { LevelView } from '#contract';
import { readLevels, type Transaction } from '#persistence';

export type Levels = ReadonlyMap<string, LevelView>;

/**
 * Every level that a row of the jurisdiction may have been written under, from the lightest, as the newest policy
 * version that knows it words and paints it.
 */
export async function levelsIn(tx: Transaction): Promise<Levels> {
  const versions = await readLevels(tx);
  const known = new Map<string, LevelView>();
  for (const { levels } of versions)
    for (const { id, label, colour, rank, meaning } of levelsOf({
      levels: (levels as Level[] | null) ?? undefined,
    }))
      known.set(id, { id, label, colour, rank, meaning });
  return new Map([...known].sort(([, a], [, b]) => a.rank - b.rank));
}

/** 提示: something to look at under no level. */
const NO_LEVEL = '提示';

export const levelLabel = (levels: Levels, id: string): string =>
  levels.get(id)?.label ?? (id === 'info' ? NO_LEVEL : id);
