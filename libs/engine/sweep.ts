import { addMinutes, civilDateOf, nextOpenInstant, type Instant } from '#calendar';
import { identifierOf } from '#accountability';
import { outageMessage } from '#reporting';
import { beat, insertMessages, raiseAlerts, roleHolders } from '#persistence';
import { deliverMessages } from './deliver-messages.js';
import type { EngineContext } from './engine-context.js';
import { fireDueDeadlines, type Fired } from './fire-due-deadlines.js';

/** A heartbeat that is this much older than now says that nobody swept in between. */
export const OUTAGE_AFTER_MINUTES = 10;

export interface Swept {
  fired: number;
  delivered: number;
  outage: { from: Instant; to: Instant } | null;
}

/**
 * Looks after one jurisdiction: beats the heart, fires what is due, hands out what may go out. Needs PostgreSQL and
 * nothing else, and may run anywhere, any number of times. After an outage that made something late, the supervision
 * office is told.
 */
export async function sweep(context: EngineContext, jurisdictionId: string): Promise<Swept> {
  const now = context.clock.now();
  const before = await context.database.transaction({ jurisdictionId }, (tx) => beat(tx, 'sweeper', now));
  const fired = await fireDueDeadlines(context, jurisdictionId);
  const wasDown = before !== null && addMinutes(before, OUTAGE_AFTER_MINUTES) < now && fired.late > 0;
  const outage = wasDown ? { from: before, to: now } : null;
  if (outage) await reportOutage(context, jurisdictionId, outage, fired);
  const delivered = await deliverMessages(context, jurisdictionId);
  return { fired: fired.count, delivered, outage };
}

async function reportOutage(
  context: EngineContext,
  jurisdictionId: string,
  outage: { from: Instant; to: Instant },
  fired: Fired,
): Promise<void> {
  await context.database.transaction({ jurisdictionId }, async (tx) => {
    const calendar = await context.book.calendar(tx);
    const text = outageMessage({ ...outage, caughtUp: [{ label: '到期事项', count: fired.late }] });
    const key = `outage/${outage.from}`;
    const supervisors = (await roleHolders(tx, civilDateOf(outage.to))).filter(
      ({ role }) => role === 'supervisor',
    );
    const policy = await tx.query<{ version: number }>(
      'select max(version) as version from policy_version',
      [],
    );
    const { quietHours } = await context.book.policy(tx, policy[0]?.version ?? 1);
    await insertMessages(
      tx,
      supervisors.map(({ personId, unitId }) => ({
        id: identifierOf('message', key, personId),
        personId,
        unitId,
        kind: 'outage',
        subjectKind: null,
        subjectId: null,
        noticeId: null,
        ...text,
        deliverAt: nextOpenInstant(calendar, outage.to, quietHours),
        createdAt: outage.to,
        idempotencyKey: `${personId}/${key}`,
      })),
    );
    await raiseAlerts(tx, [
      {
        id: identifierOf('alert', jurisdictionId, key),
        kind: 'outage',
        level: 'info',
        planId: null,
        unitId: null,
        subjectKind: null,
        subjectId: null,
        noticeId: null,
        title: text.title,
        detail: text.body,
        raisedAt: outage.to,
        idempotencyKey: key,
      },
    ]);
  });
}
