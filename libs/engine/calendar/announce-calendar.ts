import { refuse, type Outcome } from '#accountability';
import { changedHours } from '#calendar';
import { insertCalendarChange, insertCalendarVersion, lockCalendar } from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { differing, recordSetting } from '../trail/index.js';
import { nextCalendar, type CalendarWanted } from './next-calendar.js';

export interface AnnounceCalendarCommand {
  jurisdictionId: string;
  /** All years, not only what is new. */
  calendar: CalendarWanted;
  /** The version that was in force when it was asked for; another one is refused. Left out: whichever is in force. */
  seen?: number;
  /** Why: 国务院办公厅关于2027年部分节假日安排的通知. It is told to every unit whose deadline moves. */
  reason: string;
  announcedBy: string | null;
}

/**
 * Puts a new version of the jurisdiction's calendar in force. From then on every new deadline is projected by it; the
 * open ones follow in batches (`reprojectDeadlines`), which every sweep goes on with until it is done. What would move is
 * said beforehand by `foreseeCalendar`.
 */
export async function announceCalendar(
  context: EngineContext,
  { jurisdictionId, calendar, seen, reason, announcedBy }: AnnounceCalendarCommand,
): Promise<Outcome<{ version: number }>> {
  if (reason.trim() === '') return refuse('ReasonMissing', '请写明调整日历的依据，例如通知的名称和文号。');
  return inTransaction(context, jurisdictionId, async (tx) => {
    await lockCalendar(tx);
    const next = await nextCalendar(tx, calendar, seen);
    if (!next.ok) return next;
    const { before, body } = next.value;
    const at = context.clock.now();
    await insertCalendarVersion(tx, { id: body.id, version: body.version, body, at });
    await insertCalendarChange(tx, {
      calendarId: body.id,
      version: body.version,
      reason: reason.trim(),
      announcedAt: at,
      announcedBy,
    });
    const hours = changedHours(before, body);
    const changed = differing(before.years, body.years);
    await recordSetting(tx, {
      action: 'calendarAnnounced',
      by: announcedBy,
      target: { kind: 'calendar', id: body.id },
      details: { version: body.version, former: before.version, years: changed.parts },
      before: hours ? { ...changed.before, hours: hours.before } : changed.before,
      after: { ...changed.after, ...(hours && { hours: hours.after }), reason: reason.trim() },
    });
    return { ok: true as const, value: { version: body.version } };
  });
}
