import type { Instant } from '#calendar';
import type { Queryable } from '#persistence';
import type { Saying } from './words/words-in.js';

/** A deadline that a new calendar moved: from when to when, and why. */
export interface ClockMove {
  name: string;
  before: Instant;
  after: Instant;
  calendarVersion: number;
  reason: string;
  movedAt: Instant;
}

/** What new calendars moved of these clocks, oldest first. */
export const movesOf = (tx: Queryable, deadlineIds: readonly string[]): Promise<ClockMove[]> =>
  deadlineIds.length === 0
    ? Promise.resolve([])
    : tx.query<ClockMove>(
        `select d.name, m.projected_before as before, m.projected_after as after, m.calendar_version as "calendarVersion",
           coalesce(c.reason, '') as reason, m.moved_at as "movedAt"
         from deadline_move m join deadline d on d.id = m.deadline_id
           join jurisdiction j on j.id = m.jurisdiction_id
           left join calendar_change c on c.calendar_id = j.calendar_id and c.version = m.calendar_version
         where m.deadline_id = any($1::uuid[]) order by m.moved_at, d.name`,
        [deadlineIds],
      );

export const moveSentence =
  (say: Saying) =>
  ({ name, before, after, calendarVersion, reason }: ClockMove): string =>
    say.moved(say.clockLabel(name), reason, say.time(before), say.time(after), calendarVersion);
