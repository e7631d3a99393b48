import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

export interface CalendarChangeRead {
  version: number;
  announcedAt: Instant;
  announcedBy: string | null;
  reason: string;
  finishedAt: Instant | null;
  moved: number;
}

/** The calendars that were announced, the newest first, with how many deadlines each put elsewhere. */
export const readCalendarChanges = (tx: Transaction, limit: number): Promise<CalendarChangeRead[]> =>
  tx.query(
    `select c.version, c.announced_at as "announcedAt", p.name as "announcedBy", c.reason, c.finished_at as "finishedAt",
       (select count(*)::integer from deadline_move m
        where m.jurisdiction_id = $1 and m.calendar_version = c.version) as moved
     from calendar_change c left join person p on p.jurisdiction_id = $1 and p.id = c.announced_by
     where c.jurisdiction_id = $1 order by c.version desc limit $2`,
    [tx.scope.jurisdictionId, limit],
  );
