import { pausedClock } from '#accountability';
import type { Instant, Suspension } from '#calendar';
import {
  clocksWithoutPause,
  ladderPauses,
  saveSuspensions,
  type LadderPauseRead,
  type Transaction,
} from '#persistence';
import type { RuleBook } from '../rule-book.js';

const CLOCKS = 1_000;

/**
 * A rung of a ladder that stands still does not come: writes the pauses of ladders into the ledgers of clocks that have run
 * down and do not know of them. Before anything fires, in the transaction in which it would.
 */
export async function heedPauses(tx: Transaction, book: RuleBook, dueBy: Instant): Promise<void> {
  for (const pause of await ladderPauses(tx)) while ((await suspend(tx, book, pause, dueBy)) > 0);
}

/** Writes a pause, as it stands now, into the ledgers of a batch of the ladder's clocks, whether or not they have run down. */
export async function suspend(
  tx: Transaction,
  book: RuleBook,
  pause: LadderPauseRead,
  dueBy: Instant | null = null,
): Promise<number> {
  const stretch = stretchOf(pause);
  const clocks = await clocksWithoutPause(tx, pause.covers, stretch, dueBy, CLOCKS);
  if (clocks.length === 0) return 0;
  const calendar = await book.calendar(tx);
  await saveSuspensions(
    tx,
    clocks.map((clock) => ({ id: clock.id, ...pausedClock(clock, stretch, calendar) })),
  );
  return clocks.length;
}

/** What "Why?" shows of it. */
const stretchOf = ({ label, reason, pausedAt, resumedAt }: LadderPauseRead): Suspension => ({
  from: pausedAt,
  to: resumedAt,
  reason: `“${label}”暂停：${reason}`,
});
