import {
  beginBulkRun,
  countBulkChunk,
  countDue,
  finishBulkRun,
  rootOf,
  takeDueTogether,
  type Transaction,
} from '#persistence';
import { applyEvents } from '../apply-events.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { firedEnvelopes } from '../fired-envelopes.js';
import { heedPauses } from '../ladder-pause/heed-pauses.js';
import { CaseShelf } from './case-shelf.js';
import { inLanes } from './in-lanes.js';
import { nextSize, PACE, type Pace } from './pace.js';
import { Tangled } from './tangled.js';

/**
 * Fires what has run down by thousands: a period that opens or closes, a day on which everybody is reminded. Chunk by
 * chunk, each in one transaction with all that follows from it, several at once; an instant and a kind of clock is over
 * before the next one begins. A crash loses the chunks under way and nothing else: whoever looks next goes on.
 * How far it is stands in `bulk_run`. Returns how many clocks were fired.
 *
 * @param shelves one a lane, to go on with what an earlier call has worked out
 */
export async function fireInChunks(
  context: EngineContext,
  jurisdictionId: string,
  pace: Pace = PACE,
  shelves: readonly CaseShelf[] = Array.from({ length: pace.lanes }, () => new CaseShelf()),
): Promise<number> {
  await inTransaction(context, jurisdictionId, async (tx) => {
    const now = context.clock.now();
    const left = await countDue(tx, now);
    if (left > 0) await beginBulkRun(tx, 'clocks', left, now);
    return { ok: true };
  });
  const sizes: Record<string, number> = {};
  let fired = 0;
  const { atMost = Infinity } = pace;
  await inLanes(pace.lanes, async (lane) => {
    if (fired >= atMost) return 0;
    const shelf = shelves[lane] ?? new CaseShelf();
    const before = shelf.taken;
    const { count, root } = await fireChunk(context, jurisdictionId, pace, sizes, shelf);
    fired += count;
    if (root !== null) sizes[root] = nextSize(pace, count, shelf.taken - before);
    return count;
  });
  if (fired >= atMost) return fired;
  await inTransaction(context, jurisdictionId, async (tx) => {
    await finishBulkRun(tx, 'clocks', context.clock.now());
    return { ok: true };
  });
  return fired;
}

/** How many clocks were fired together, and of which root of names they were; null: there were none. */
interface Fired {
  count: number;
  root: string | null;
}

/** One chunk; where it turns out to be tangled, once more one by one. */
async function fireChunk(
  context: EngineContext,
  jurisdictionId: string,
  pace: Pace,
  sizes: Readonly<Record<string, number>>,
  shelf: CaseShelf,
): Promise<Fired> {
  const fire = (together?: CaseShelf): Promise<Fired> =>
    inTransaction(context, jurisdictionId, async (tx) => ({
      ok: true as const,
      ...(await fireTaken(context, tx, pace, sizes, together)),
    }));
  const fired = await fire(shelf).catch((error: unknown) => {
    if (error instanceof Tangled) return fire();
    throw error;
  });
  if (fired.count > 0) context.fault('bulk.committed');
  return fired;
}

async function fireTaken(
  context: EngineContext,
  tx: Transaction,
  { clocks, togetherFrom }: Pace,
  limits: Readonly<Record<string, number>>,
  shelf: CaseShelf | undefined,
): Promise<Fired> {
  const now = context.clock.now();
  await heedPauses(tx, context.book, now);
  const due = await takeDueTogether(tx, now, { limits, otherwise: clocks });
  const [first] = due;
  if (!first) return { count: 0, root: null };
  context.fault('bulk.taken');
  const together = shelf && due.length >= togetherFrom ? { together: shelf } : {};
  const shell = { tx, now, book: context.book, fault: context.fault, ...together };
  const applied = await applyEvents(shell, firedEnvelopes(due, now));
  if (!applied.ok) throw new Error(`a clock was refused: ${applied.rejection.code}`);
  if (shelf) shelf.taken += applied.applied.length;
  await countBulkChunk(tx, 'clocks', due.length, now);
  context.fault('bulk.written');
  return { count: due.length, root: rootOf(first.name) };
}
