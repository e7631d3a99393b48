import { isDeepStrictEqual } from 'node:util';
import { refuse, type Outcome } from '#accountability';
import { CalendarError, createCalendar, type CalendarData, type WorkingCalendar } from '#calendar';
import { latestCalendar, type Transaction } from '#persistence';

/** A whole calendar; or what becomes of the one in force. Its `version` is given by the record. */
export type CalendarWanted = CalendarData | ((inForce: CalendarData) => CalendarData);

export interface NextCalendar {
  before: CalendarData;
  /** As it will stand in the record, under the next version. */
  body: CalendarData;
  calendar: WorkingCalendar;
}

/**
 * The calendar that would follow the one in force.
 * @param seen the version that whoever asks has seen in force; left out: whichever is
 */
export async function nextCalendar(
  tx: Transaction,
  wanted: CalendarWanted,
  seen?: number,
): Promise<Outcome<NextCalendar>> {
  const latest = await latestCalendar(tx);
  if (latest === null) throw new Error(`jurisdiction ${tx.scope.jurisdictionId} has no calendar`);
  if (seen !== undefined && seen !== latest.version)
    return refuse(
      'VersionConflict',
      `日历已由别人调整为第${latest.version}版，您看到的是第${seen}版；请刷新后，在现行日历上重新预览。`,
      { current: latest.version },
    );
  const before = { ...(latest.body as CalendarData), version: latest.version };
  const given = typeof wanted === 'function' ? wanted(before) : wanted;
  if (given.id !== before.id)
    return refuse(
      'CalendarInvalid',
      `文件是日历“${given.id}”，本辖区用的是“${before.id}”；请核对文件中的 id。`,
    );
  const body: CalendarData = { ...given, version: latest.version + 1 };
  const calendar = calendarOf(body);
  if (!calendar.ok) return calendar;
  const lost = Object.keys(before.years).filter((year) => !(year in body.years));
  if (lost.length > 0)
    return refuse(
      'CalendarInvalid',
      `新日历缺少${lost.join('、')}年，而已有期限按这些年份推算；请把各年都写进文件。`,
      { years: lost },
    );
  if (isDeepStrictEqual({ ...body, version: before.version }, before))
    return refuse('CalendarUnchanged', '新日历与现行日历完全一样，没有需要调整的内容。');
  return { ok: true, value: { before, body, calendar: calendar.value } };
}

function calendarOf(body: CalendarData): Outcome<WorkingCalendar> {
  try {
    return { ok: true, value: createCalendar(body) };
  } catch (error) {
    if (error instanceof CalendarError) return refuse('CalendarInvalid', error.message, { code: error.code });
    throw error;
  }
}
