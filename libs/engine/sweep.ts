import { beat } from '#persistence';
import { flagBurdens } from './burden/flag-burdens.js';
import { carryCascade } from './cascade/carry-cascade.js';
import { reprojectDeadlines } from './calendar/reproject-deadlines.js';
import { deliverMessages } from './deliver-messages.js';
import type { EngineContext } from './engine-context.js';
import { fireDueDeadlines } from './fire-due-deadlines.js';
import { followPauses } from './ladder-pause/follow-pauses.js';
import { produceDueProducts } from './products/life/index.js';
import { keepIssuedNotices } from './products/notices/index.js';
import { reportOutage, type Outage } from './outage.js';
import { closePreviews } from './scoring/assessment/close-previews.js';
import { resumeDispatches } from './review/dispatch-in-batches.js';

export interface Swept {
  fired: number;
  delivered: number;
  outage: Outage | null;
}

/**
 * Looks after one jurisdiction: beats the heart, fires what is due, hands out what may go out. Needs PostgreSQL and
 * nothing else, and may run anywhere, any number of times. After an outage that made something late, the supervision
 * office is told.
 */
export async function sweep(context: EngineContext, jurisdictionId: string): Promise<Swept> {
  const now = context.clock.now();
  const outage = await context.database.transaction({ jurisdictionId }, async (tx) =>
    reportOutage(tx, context.book, await beat(tx, 'sweeper', now), now),
  );
  // Before anything fires: nobody is escalated by a calendar that no longer holds.
  await reprojectDeadlines(context, jurisdictionId);
  await followPauses(context, jurisdictionId);
  const fired = await fireDueDeadlines(context, jurisdictionId);
  await flagBurdens(context, jurisdictionId);
  await carryCascade(context, jurisdictionId);
  await resumeDispatches(context, jurisdictionId);
  await closePreviews(context, jurisdictionId);
  const delivered = await deliverMessages(context, jurisdictionId);
  // Last: nobody waits for a message because a draft is being written, or cannot be.
  await produceDueProducts(context, jurisdictionId);
  if (context.papers?.sweepNow() === true) await keepIssuedNotices(context, jurisdictionId);
  return { fired, delivered, outage };
}
