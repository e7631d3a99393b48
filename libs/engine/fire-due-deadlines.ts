import { takeDueDeadlines } from '#persistence';
import { applyEvents } from './apply-events.js';
import { CaseShelf } from './bulk/case-shelf.js';
import { fireInChunks } from './bulk/fire-in-chunks.js';
import { PACE, type Pace } from './bulk/pace.js';
import { Tangled } from './bulk/tangled.js';
import { inTransaction, type EngineContext } from './engine-context.js';
import { heedPauses } from './ladder-pause/heed-pauses.js';
import { firedEnvelopes } from './fired-envelopes.js';

export { PUNCTUAL_WITHIN_MINUTES } from './fired-envelopes.js';

/** Clocks of one instant are fired together, so many at a time; where there are more, chunk by chunk on the bulk road. */
const BATCH = 500;

/**
 * Fires what has run down, instant by instant, until nothing is due: each batch in one transaction with all that
 * follows from it. A clock that was reached late (the system was down) is dated to now: the ladder goes on from
 * where it stood, with the gaps between its rungs kept. Two sweepers at work do each other no harm: a clock is taken
 * by whoever locks its row. Returns how many were fired.
 */
export async function fireDueDeadlines(
  context: EngineContext,
  jurisdictionId: string,
  pace: Pace = PACE,
): Promise<number> {
  let fired = 0;
  const shelf = new CaseShelf();
  for (;;) {
    const count = await fireBatch(context, jurisdictionId, pace, shelf);
    context.fault('fireDue.committed');
    if (count === 0) return fired;
    fired += count;
    if (count === BATCH) fired += await fireInChunks(context, jurisdictionId, pace);
  }
}

async function fireBatch(
  context: EngineContext,
  jurisdictionId: string,
  { togetherFrom }: Pace,
  shelf: CaseShelf,
): Promise<number> {
  const fire = (tangled: boolean): Promise<{ count: number }> =>
    inTransaction(context, jurisdictionId, async (tx) => {
      const now = context.clock.now();
      await heedPauses(tx, context.book, now);
      const due = await takeDueDeadlines(tx, now, BATCH);
      context.fault('fireDue.taken');
      if (due.length === 0) return { ok: true as const, count: 0 };
      const together = !tangled && due.length >= togetherFrom ? { together: shelf } : {};
      const shell = { tx, now, book: context.book, fault: context.fault, ...together };
      const applied = await applyEvents(shell, firedEnvelopes(due, now));
      if (!applied.ok) throw new Error(`a clock was refused: ${applied.rejection.code}`);
      context.fault('fireDue.applied');
      return { ok: true as const, count: due.length };
    });
  const { count } = await fire(false).catch((error: unknown) => {
    if (error instanceof Tangled) return fire(true);
    throw error;
  });
  return count;
}
