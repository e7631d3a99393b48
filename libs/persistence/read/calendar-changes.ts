import type { CalendarData, Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

export interface CalendarChangeRead {
  version: number;
  announcedAt: Instant;
  announcedBy: string | null;
  reason: string;
  finishedAt: Instant | null;
  moved: number;
  /** How many reporting lines and armed clocks do not follow it yet. */
  left: number;
  /** The calendar as it was until then, and from then on. */
  before: CalendarData;
  after: CalendarData;
}

/** The calendars that were announced, the newest first, with how many deadlines each put elsewhere. */
export const readCalendarChanges = (tx: Transaction, limit: number): Promise<CalendarChangeRead[]> =>
  tx.query(
    `select c.version, c.announced_at as "announcedAt", p.name as "announcedBy", c.reason, c.finished_at as "finishedAt",
       (select count(*)::integer from deadline_move m
        where m.jurisdiction_id = $1 and m.calendar_version = c.version) as moved,
       case when c.finished_at is not null then 0 else
         (select count(*) from deadline d where d.jurisdiction_id = $1 and d.state = 'armed' and d.calendar_version < c.version)::integer
         + (select count(*) from reporting_line l where l.jurisdiction_id = $1 and l.calendar_version < c.version)::integer
       end as left,
       former.body as before, v.body as after
     from calendar_change c left join person p on p.jurisdiction_id = $1 and p.id = c.announced_by
       join calendar_version v on v.jurisdiction_id = $1 and v.calendar_id = c.calendar_id and v.version = c.version
       join lateral (select f.body from calendar_version f where f.jurisdiction_id = $1 and f.calendar_id = c.calendar_id
         and f.version < c.version order by f.version desc limit 1) former on true
     where c.jurisdiction_id = $1 order by c.version desc limit $2`,
    [tx.scope.jurisdictionId, limit],
  );
