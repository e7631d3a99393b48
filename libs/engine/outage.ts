import { addMinutes, type Instant } from '#calendar';
import { countLateMessages, countMissedDeadlines, type Transaction } from '#persistence';
import { outageMessage } from '#reporting';
import { PUNCTUAL_WITHIN_MINUTES } from './fire-due-deadlines.js';
import type { RuleBook } from './rule-book.js';
import { tellSupervisors } from './tell-supervisors.js';

/** A heartbeat that is this much older than now says that nobody swept in between. */
export const OUTAGE_AFTER_MINUTES = 10;

export interface Outage {
  from: Instant;
  to: Instant;
}

/**
 * Whether nobody has been looking for so long that something came late, and if so tells the supervision office. In
 * the transaction of the heartbeat that ends the outage: either it has beaten and they are told, or neither.
 */
export async function reportOutage(
  tx: Transaction,
  book: RuleBook,
  before: Instant | null,
  now: Instant,
): Promise<Outage | null> {
  if (before === null || addMinutes(before, OUTAGE_AFTER_MINUTES) >= now) return null;
  const late = addMinutes(now, -PUNCTUAL_WITHIN_MINUTES);
  const missed = await countMissedDeadlines(tx, late);
  const waiting = await countLateMessages(tx, late);
  if (missed + waiting === 0) return null;
  const outage = { from: before, to: now };
  const text = outageMessage({
    ...outage,
    caughtUp: [
      { label: '到期事项', count: missed },
      { label: '待送达消息', count: waiting },
    ],
  });
  await tellSupervisors(tx, book, { kind: 'outage', key: `outage/${outage.from}`, ...text }, now);
  return outage;
}
