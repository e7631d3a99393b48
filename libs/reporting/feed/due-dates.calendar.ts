import ical, { ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { Instant } from '#calendar';

export interface DueDateFacts {
  /** Stays the same while the thing does. */
  key: string;
  kind: 'sitting' | 'duty' | 'task';
  title: string;
  at: Instant;
  count: number;
  settled: boolean;
}

const WHAT: Record<DueDateFacts['kind'], string> = {
  sitting: '填报截止',
  duty: '应办截止',
  task: '任务到期',
};
/** Shown so long before the due time, minutes. */
const SHOWN_MINUTES = 30;
/** Programmes ask anew so often, seconds. */
const ASK_AGAIN_SECONDS = 3_600;

/**
 * Due dates as an iCalendar document (RFC 5545). The same facts give the same text, byte for byte; an entry keeps its
 * UID when its due time moves.
 */
export function dueDatesCalendar(
  owner: string,
  dates: readonly DueDateFacts[],
  { now, baseUrl }: { now: Instant; baseUrl: string | null },
): string {
  const calendar = ical({
    name: `落实：${owner}`,
    prodId: { company: 'luoshi', product: 'due-dates', language: 'ZH' },
    ttl: ASK_AGAIN_SECONDS,
    timezone: null,
  });
  for (const { key, kind, title, at, count, settled } of dates) {
    const end = new Date(at);
    const items = count > 1 ? `（${count}项）` : '';
    const event = calendar.createEvent({
      id: `${key}@luoshi`,
      stamp: new Date(now),
      start: new Date(end.getTime() - SHOWN_MINUTES * 60_000),
      end,
      summary: `${settled ? '✓ ' : ''}${WHAT[kind]}：${title}${items}`,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(baseUrl === null ? {} : { url: baseUrl }),
    });
    // What is done needs no bell.
    if (!settled) event.createAlarm({ type: ICalAlarmType.display, trigger: 24 * 3_600, description: title });
  }
  return calendar.toString();
}
