import { deliverToInbox } from '#persistence';
import type { EngineContext } from './engine-context.js';

const BATCH = 500;

/** Hands out what is in the outbox and may go out now. Returns how many messages were delivered. */
export async function deliverMessages(context: EngineContext, jurisdictionId: string): Promise<number> {
  let delivered = 0;
  for (;;) {
    const batch = await context.database.transaction({ jurisdictionId }, async (tx) => {
      const rows = await deliverToInbox(tx, context.clock.now(), BATCH);
      context.fault('deliver.taken');
      return rows.length;
    });
    context.fault('deliver.committed');
    delivered += batch;
    if (batch < BATCH) return delivered;
  }
}
