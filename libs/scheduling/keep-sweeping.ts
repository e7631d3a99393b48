import type { WakeUpQueue } from './wake-up-backend.js';

export const SWEEP = 'sweep';
const MINUTE_MS = 60_000;
/** A sweep that is this late will not come: its job is gone, though its rhythm is still there. */
const LOST_AFTER_MS = 3 * MINUTE_MS;

/** The minute's sweep, one for all processes: whichever is free takes it. Put back where it is gone. */
export async function keepSweeping(queue: WakeUpQueue): Promise<void> {
  const rhythm = await queue.getJobScheduler(SWEEP);
  if (rhythm?.next !== undefined && rhythm.next > Date.now() - LOST_AFTER_MS) return;
  await queue.upsertJobScheduler(
    SWEEP,
    { every: MINUTE_MS },
    {
      name: SWEEP,
      data: { jurisdictionId: null, at: null, shard: 0 },
      opts: { removeOnComplete: true },
    },
  );
}
