import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

/** What SQL reckons a task's standing of today with, as {@link STANDING_TODAY} names it. */
export interface TodayValues {
  /** The last day whose working hours are over, in days since 1970-01-01. */
  todayLast: number;
  /** The first day that the calendar holds, in days since 1970-01-01. */
  todayFirst: number;
  /** Working days up to and including each day, from the day before the first one on. */
  todayOrdinals: readonly number[];
  /** Opening and closing of the morning and the afternoon, in milliseconds of the day. */
  todayHours: readonly number[];
  /** Points from which a task is behind, by version of the policy less one; null: there is no such version. */
  todayBehind: readonly (number | null)[];
  todaySeriously: readonly (number | null)[];
}

/** `today_expected`, `today_lag` and `today_schedule` of the task `t` (`0052-standing-today.sql`). */
export const STANDING_TODAY = `standing_today(t.outlook, t.state, t.expected, t.progress, t.schedule,
  (:todayBehind::float8[])[t.policy_version], (:todaySeriously::float8[])[t.policy_version], :todayLast::int,
  :todayFirst::int, :todayOrdinals::int[], :todayHours::bigint[])`;

/** What a row tells of a task's standing; `standingToday` reckons the rest. */
export interface OutlookRow {
  state: string;
  policy_version: number;
  progress: number;
  /** As of the last report. */
  expected: number;
  schedule: 'onTrack' | 'behind' | 'seriouslyBehind';
  outlook: unknown;
  last_reports: Readonly<Record<string, { period: string; at: Instant }>>;
}

/** Of a task `t`: the columns of an {@link OutlookRow}. */
export const OUTLOOK_COLUMNS =
  't.state, t.policy_version, t.progress, t.expected, t.schedule, t.outlook, t.last_reports';

export async function readOutlook(tx: Transaction, taskId: string): Promise<OutlookRow | null> {
  const [row] = await tx.query<OutlookRow>(
    `select ${OUTLOOK_COLUMNS} from task t where t.jurisdiction_id = $1 and t.id = $2`,
    [tx.scope.jurisdictionId, taskId],
  );
  return row ?? null;
}

/** A statement with its `:name::type` put in places, each name once; `params`: those that it has already. */
export function withNamed(
  text: string,
  named: Readonly<Record<string, unknown>>,
  params: unknown[],
): { sql: string; params: unknown[] } {
  const places = new Map<string, number>();
  const all = [...params];
  const sql = text.replace(/(?<!:):([a-z]\w*)(?=::)/giu, (_, name: string) => {
    const place = places.get(name) ?? all.push(named[name]);
    places.set(name, place);
    return `$${place}`;
  });
  return { sql, params: all };
}

/** Every version of the jurisdiction's policy that there is, and the newest of its calendar. */
export async function ruleVersions(
  tx: Transaction,
): Promise<{ policies: number[]; calendar: number | null }> {
  const [row] = await tx.query<{ policies: number[]; calendar: number | null }>(
    `select array(select distinct p.version from policy_version p where p.jurisdiction_id = $1) as policies,
       (select max(c.version) from calendar_version c join jurisdiction j on j.id = c.jurisdiction_id and j.calendar_id = c.calendar_id
        where c.jurisdiction_id = $1) as calendar`,
    [tx.scope.jurisdictionId],
  );
  return { policies: row?.policies ?? [], calendar: row?.calendar ?? null };
}
