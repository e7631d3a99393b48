import { endOfPause } from '#accountability';
import type { Instant } from '#calendar';
import { ladderPauses, type Transaction } from '#persistence';

/** When the next ladder goes on by itself; null: none stands still. */
export async function nextPauseEnd(tx: Transaction): Promise<Instant | null> {
  const ends = (await ladderPauses(tx)).filter(({ resumedAt }) => resumedAt === null).map(endOfPause);
  return ends.sort()[0] ?? null;
}
