import { json, type Transaction } from '../transaction.js';
import { READ_CLOCK, type DeadlineArm, type DeadlineRead } from './deadline.store.js';

export interface CalendarChange {
  calendarId: string;
  version: number;
  reason: string;
  announcedAt: string;
  announcedBy: string | null;
}

/** Two announcements in one jurisdiction follow each other; held to the end of the transaction. */
export async function lockCalendar(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('luoshi calendar ' || $1, 0))`, [
    tx.scope.jurisdictionId,
  ]);
}

export async function insertCalendarChange(tx: Transaction, row: CalendarChange): Promise<void> {
  await tx.execute(
    `insert into calendar_change (jurisdiction_id, calendar_id, version, reason, announced_at, announced_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [tx.scope.jurisdictionId, row.calendarId, row.version, row.reason, row.announcedAt, row.announcedBy],
  );
}

/** The newest change that open deadlines have not all followed yet. */
export async function openCalendarChange(tx: Transaction): Promise<CalendarChange | null> {
  const [row] = await tx.query<CalendarChange>(
    `select calendar_id as "calendarId", version, reason, announced_at as "announcedAt", announced_by as "announcedBy"
     from calendar_change where jurisdiction_id = $1 and finished_at is null order by version desc limit 1`,
    [tx.scope.jurisdictionId],
  );
  return row ?? null;
}

/** Every change up to this version has been followed. */
export async function finishCalendarChanges(tx: Transaction, version: number, at: string): Promise<void> {
  await tx.execute(
    `update calendar_change set finished_at = $3 where jurisdiction_id = $1 and version <= $2 and finished_at is null`,
    [tx.scope.jurisdictionId, version, at],
  );
}

/** Before every id: where a search goes on behind the batch before it, what was done is not looked at again. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

const LINES = `select id from reporting_line where jurisdiction_id = $1 and calendar_version < $2 and id > $4 order by id limit $3`;

/** Reporting lines that still stand under an older calendar; those that another process holds are its own affair. */
export async function linesUnderOlderCalendar(
  tx: Transaction,
  version: number,
  limit: number,
  after: string = NO_ID,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(`${LINES} for update skip locked`, [
    tx.scope.jurisdictionId,
    version,
    limit,
    after,
  ]);
  return rows.map(({ id }) => id);
}

/** The same, whoever holds them: only looked at. */
export async function seenLinesUnderOlderCalendar(
  tx: Transaction,
  version: number,
  limit: number,
  after: string = NO_ID,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(LINES, [tx.scope.jurisdictionId, version, limit, after]);
  return rows.map(({ id }) => id);
}

export async function putLinesUnderCalendar(
  tx: Transaction,
  ids: readonly string[],
  version: number,
): Promise<void> {
  await tx.execute(
    `update reporting_line set calendar_version = $3
     where jurisdiction_id = $1 and id = any($2::uuid[]) and calendar_version < $3`,
    [tx.scope.jurisdictionId, ids, version],
  );
}

const CLOCKS = `from deadline d
  where d.jurisdiction_id = $1 and d.state = 'armed' and d.calendar_version < $2 and d.id > $4 order by d.id limit $3`;

/** Armed clocks that were projected under an older calendar. */
export const clocksUnderOlderCalendar = (
  tx: Transaction,
  version: number,
  limit: number,
  after: string = NO_ID,
): Promise<DeadlineRead[]> =>
  tx.query<DeadlineRead>(`select ${READ_CLOCK} ${CLOCKS} for update skip locked`, [
    tx.scope.jurisdictionId,
    version,
    limit,
    after,
  ]);

/** A clock that is only looked at. */
export interface SeenClock extends Pick<DeadlineArm, 'subjectKind' | 'subjectId' | 'name' | 'projectedAt'> {
  id: string;
  /** JSON: thousands have the same, and it is parsed and projected once. */
  budget: string;
  suspensions: string;
}

/** The same, whoever holds them. */
export const seenClocksUnderOlderCalendar = (
  tx: Transaction,
  version: number,
  limit: number,
  after: string = NO_ID,
): Promise<SeenClock[]> =>
  tx.query<SeenClock>(
    `select d.id, d.subject_kind as "subjectKind", d.subject_id as "subjectId", d.name, d.projected_at as "projectedAt",
       d.budget::text as budget, d.suspensions::text as suspensions ${CLOCKS}`,
    [tx.scope.jurisdictionId, version, limit, after],
  );

export interface Projected {
  id: string;
  before: string | null;
  after: string | null;
}

/** Puts clocks where the calendar of this version has them; every move is written down. */
export async function saveProjections(
  tx: Transaction,
  rows: readonly Projected[],
  version: number,
  at: string,
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `with w as (select * from jsonb_to_recordset($1::jsonb) as r (id uuid, before timestamptz, after timestamptz)),
     put as (
       update deadline d set projected_at = w.after, calendar_version = $3 from w
       where d.jurisdiction_id = $2 and d.id = w.id returning d.id)
     insert into deadline_move (jurisdiction_id, deadline_id, calendar_version, projected_before, projected_after, moved_at)
     select $2, w.id, $3, w.before, w.after, $4 from w join put on put.id = w.id where w.before <> w.after
     on conflict do nothing`,
    [json(rows), tx.scope.jurisdictionId, version, at],
  );
}

/** Whether anything open still stands under an older calendar, in whosever hands it is. */
export async function standsUnderOlderCalendar(tx: Transaction, version: number): Promise<boolean> {
  const [row] = await tx.query<{ left: boolean }>(
    `select exists (select 1 from deadline where jurisdiction_id = $1 and state = 'armed' and calendar_version < $2)
       or exists (select 1 from reporting_line where jurisdiction_id = $1 and calendar_version < $2) as left`,
    [tx.scope.jurisdictionId, version],
  );
  return row?.left ?? false;
}

/** How many lines and armed clocks do not follow that version yet. */
export async function countUnderOlderCalendar(tx: Transaction, version: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select ((select count(*) from deadline where jurisdiction_id = $1 and state = 'armed' and calendar_version < $2)
       + (select count(*) from reporting_line where jurisdiction_id = $1 and calendar_version < $2))::integer as count`,
    [tx.scope.jurisdictionId, version],
  );
  return row?.count ?? 0;
}
