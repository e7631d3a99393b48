import { addDays, instantOf, type Instant } from '#calendar';
import { ladderPauses, type Transaction } from '#persistence';

/** The first instant after a pause's last day. */
export const endOf = ({ until }: { until: string }): Instant => instantOf(addDays(until, 1), '00:00');

/** When the next ladder goes on by itself; null: none stands still. */
export async function nextPauseEnd(tx: Transaction): Promise<Instant | null> {
  const ends = (await ladderPauses(tx)).filter(({ resumedAt }) => resumedAt === null).map(endOf);
  return ends.sort()[0] ?? null;
}
