import { addMinutes, type Instant } from '#calendar';
import { takeDueDeadlines, type DeadlineRead } from '#persistence';
import { applyEvents } from './apply-events.js';
import { byEngine } from './envelope.js';
import { inTransaction, type EngineContext } from './engine-context.js';

/** Clocks of one instant are fired together, so many at a time. */
const BATCH = 500;

/** A sweep that comes this much later is still on time: what happens is dated to the clock, not to the sweep. */
export const PUNCTUAL_WITHIN_MINUTES = 10;

/**
 * Fires what has run down, instant by instant, until nothing is due: each batch in one transaction with all that
 * follows from it. A clock that was reached late (the system was down) is dated to now: the ladder goes on from
 * where it stood, with the gaps between its rungs kept. Two sweepers at work do each other no harm: a clock is taken
 * by whoever locks its row. Returns how many were fired.
 */
export async function fireDueDeadlines(context: EngineContext, jurisdictionId: string): Promise<number> {
  let fired = 0;
  for (;;) {
    const count = await fireBatch(context, jurisdictionId);
    context.fault('fireDue.committed');
    if (count === 0) return fired;
    fired += count;
  }
}

async function fireBatch(context: EngineContext, jurisdictionId: string): Promise<number> {
  const outcome = await inTransaction(context, jurisdictionId, async (tx) => {
    const now = context.clock.now();
    const due = await takeDueDeadlines(tx, now, BATCH);
    context.fault('fireDue.taken');
    if (due.length === 0) return { ok: true as const, count: 0 };
    // RETURNING keeps no order; the same clocks must always be taken in the same one.
    due.sort((a, b) => (`${a.name}/${a.subjectId}` < `${b.name}/${b.subjectId}` ? -1 : 1));
    const envelopes = due.map((deadline) => {
      const { event, ...facts } = deadline.detail;
      const to = { kind: deadline.subjectKind, id: deadline.subjectId };
      return byEngine(to, { type: event, at: momentOf(deadline, now), ...facts }, `deadline:${deadline.id}`);
    });
    const applied = await applyEvents({ tx, now, book: context.book, fault: context.fault }, envelopes);
    if (!applied.ok) throw new Error(`a clock was refused: ${applied.rejection.code}`);
    context.fault('fireDue.applied');
    return { ok: true as const, count: due.length };
  });
  return outcome.count;
}

/**
 * The moment that the clock stands for: when it ran down, or when it was armed, if that instant lay behind it then
 * already (a window that opens at once). Too long ago for a punctual sweep: now.
 */
function momentOf(deadline: DeadlineRead, now: Instant): Instant {
  const projected = deadline.projectedAt ?? now;
  const at = deadline.armedAt > projected ? deadline.armedAt : projected;
  return addMinutes(at, PUNCTUAL_WITHIN_MINUTES) >= now ? at : now;
}
