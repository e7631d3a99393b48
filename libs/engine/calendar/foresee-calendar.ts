import type { Outcome } from '#accountability';
import { changedDays } from '#calendar';
import { seenClocksUnderOlderCalendar, seenLinesUnderOlderCalendar } from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { noFault } from '../fault-points.js';
import { Foresight } from './foresight.js';
import type { ForeseenCalendar } from './foreseen.js';
import { nextCalendar, type CalendarWanted } from './next-calendar.js';
import { ProposedBook } from './proposed-book.js';

export interface ForeseeCalendarCommand {
  jurisdictionId: string;
  calendar: CalendarWanted;
  seen?: number;
  /** How many sittings, and how many clocks, are told one by one. Default 200; what is counted is counted whole. */
  limit?: number;
}

const LINES = 200;
const CLOCKS = 5000;

/**
 * What announcing a calendar now would move. Everything is reckoned by what will do it: the lines decide their event, the
 * clocks are projected, in one view of the record and without keeping anybody from it. Nothing is written. Refused as
 * `announceCalendar` is.
 */
export async function foreseeCalendar(
  context: EngineContext,
  { jurisdictionId, calendar, seen, limit = 200 }: ForeseeCalendarCommand,
): Promise<Outcome<ForeseenCalendar>> {
  return context.database.transaction(
    { jurisdictionId },
    async (tx) => {
      const next = await nextCalendar(tx, calendar, seen);
      if (!next.ok) return next;
      const { before, body } = next.value;
      const at = context.clock.now();
      const book = new ProposedBook(context.book, next.value.calendar);
      // Only the event's words depend on the reason, and these are not kept.
      const change = { version: body.version, reason: '' };
      const foresight = new Foresight({ tx, now: at, book, fault: noFault }, change, limit);
      const { version } = body;
      await each(
        async (after) => {
          const ids = await seenLinesUnderOlderCalendar(tx, version, LINES, after);
          return book.places.lock(tx, 'reportingLine', ids);
        },
        (lines) => foresight.lines(lines),
      );
      await each(
        (after) => seenClocksUnderOlderCalendar(tx, version, CLOCKS, after),
        (clocks) => foresight.clocksOf(clocks),
      );
      foresight.end();
      const { counts, sittings, clocks } = foresight;
      return {
        ok: true as const,
        value: { before, next: body, at, days: changedDays(before, body), counts, sittings, clocks, limit },
      };
    },
    { readOnly: true, isolation: 'repeatable read' },
  );
}

/** Batch by batch to the end, each behind the last id of the one before it, and read while that one is reckoned. */
async function each<T extends { id: string }>(
  read: (after?: string) => Promise<T[]>,
  take: (batch: T[]) => Promise<void>,
): Promise<void> {
  for (let batch = await read(); batch.length > 0;) {
    const [next] = await Promise.all([read(batch.at(-1)?.id), take(batch)]);
    batch = next;
  }
}
