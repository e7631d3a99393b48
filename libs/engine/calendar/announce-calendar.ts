import { isDeepStrictEqual } from 'node:util';
import { refuse, type Outcome } from '#accountability';
import { CalendarError, createCalendar, type CalendarData } from '#calendar';
import { insertCalendarChange, insertCalendarVersion, latestCalendar } from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { differing, recordSetting } from '../trail/index.js';

export interface AnnounceCalendarCommand {
  jurisdictionId: string;
  /** All years, not only what is new; its `version` is given by the record. */
  calendar: CalendarData;
  /** Why: 国务院办公厅关于2027年部分节假日安排的通知. It is told to every unit whose deadline moves. */
  reason: string;
  announcedBy: string | null;
}

/**
 * Puts a new version of the jurisdiction's calendar in force. From then on every new deadline is projected by it; the
 * open ones follow in batches (`reprojectDeadlines`), which every sweep goes on with until it is done.
 */
export async function announceCalendar(
  context: EngineContext,
  { jurisdictionId, calendar, reason, announcedBy }: AnnounceCalendarCommand,
): Promise<Outcome<{ version: number }>> {
  if (reason.trim() === '') return refuse('ReasonMissing', '请写明调整日历的依据，例如通知的名称和文号。');
  return inTransaction(context, jurisdictionId, async (tx) => {
    const latest = await latestCalendar(tx);
    if (latest === null) throw new Error(`jurisdiction ${jurisdictionId} has no calendar`);
    const before = latest.body as CalendarData;
    if (calendar.id !== before.id)
      return refuse(
        'CalendarInvalid',
        `文件是日历“${calendar.id}”，本辖区用的是“${before.id}”；请核对文件中的 id。`,
      );
    const body: CalendarData = { ...calendar, version: latest.version + 1 };
    try {
      createCalendar(body);
    } catch (error) {
      if (error instanceof CalendarError)
        return refuse('CalendarInvalid', error.message, { code: error.code });
      throw error;
    }
    const lost = Object.keys(before.years).filter((year) => !(year in body.years));
    if (lost.length > 0)
      return refuse(
        'CalendarInvalid',
        `新日历缺少${lost.join('、')}年，而已有期限按这些年份推算；请把各年都写进文件。`,
        { years: lost },
      );
    if (isDeepStrictEqual({ ...body, version: before.version }, before))
      return refuse('CalendarUnchanged', '新日历与现行日历完全一样，没有需要调整的内容。');
    const at = context.clock.now();
    await insertCalendarVersion(tx, { id: body.id, version: body.version, body, at });
    await insertCalendarChange(tx, {
      calendarId: body.id,
      version: body.version,
      reason: reason.trim(),
      announcedAt: at,
      announcedBy,
    });
    const changed = differing(before.years, body.years);
    await recordSetting(tx, {
      action: 'calendarAnnounced',
      by: announcedBy,
      target: { kind: 'calendar', id: body.id },
      details: { version: body.version, former: before.version, years: changed.parts },
      before: changed.before,
      after: { ...changed.after, reason: reason.trim() },
    });
    return { ok: true as const, value: { version: body.version } };
  });
}
