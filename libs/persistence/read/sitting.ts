import type { CivilDate, Instant } from '#calendar';
import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';

export interface SittingRow {
  id: string;
  reporting_line_id: string;
  plan_id: string;
  plan_title: string;
  unit_id: string;
  unit_name: string;
  period: string;
  period_start: CivilDate;
  period_end: CivilDate;
  opens_at: Instant;
  due_at: Instant;
  filed_at: Instant | null;
  filed_by: string | null;
  filed_by_name: string | null;
  /** Counts of its obligations: all that are not excused, and by state. */
  item_count: number;
  open_count: number;
  returned_count: number;
  missed_count: number;
  excused_count: number;
  /** Reports filed for it, revisions counted: it grows with every filing. */
  report_count: number;
  /** Reports that the unit's head has, not signed yet. */
  at_sign_off_count: number;
  /** Reports that the head has returned to the liaison. */
  sign_off_returned_count: number;
  /** What is still to be filed (open or sent back) and is not with the unit's head. */
  to_file_count: number;
}

const COLUMNS = `s.id, s.reporting_line_id, s.plan_id, p.title as plan_title, s.unit_id, u.name as unit_name, s.period,
    s.period_start, s.period_end, s.opens_at, s.due_at, s.filed_at, s.filed_by, q.name as filed_by_name,
    counts.item_count, counts.open_count, counts.returned_count, counts.missed_count, counts.excused_count,
    counts.report_count, (select count(*)::int from parked_report k where k.jurisdiction_id = s.jurisdiction_id
      and k.sitting_id = s.id and k.state = 'waiting') as at_sign_off_count, (select count(*)::int from parked_report k
      join obligation o on o.jurisdiction_id = k.jurisdiction_id and o.id = k.obligation_id and o.state in ('open', 'returned')
      where k.jurisdiction_id = s.jurisdiction_id and k.sitting_id = s.id and k.state = 'returned') as sign_off_returned_count,
    counts.open_count + counts.returned_count - (select count(*)::int from parked_report k
      join obligation o on o.jurisdiction_id = k.jurisdiction_id and o.id = k.obligation_id and o.state in ('open', 'returned')
      where k.jurisdiction_id = s.jurisdiction_id and k.sitting_id = s.id and k.state = 'waiting') as to_file_count`;
const UNIT = 'join unit u on u.jurisdiction_id = s.jurisdiction_id and u.id = s.unit_id';
const JOINS = `
    join plan p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.plan_id
    left join person q on q.jurisdiction_id = s.jurisdiction_id and q.id = s.filed_by
    left join lateral (
      select count(*) filter (where o.state <> 'excused')::int as item_count,
        count(*) filter (where o.state = 'open')::int as open_count,
        count(*) filter (where o.state = 'returned')::int as returned_count,
        count(*) filter (where o.state = 'missed')::int as missed_count,
        count(*) filter (where o.state = 'excused')::int as excused_count,
        coalesce(sum((select count(*) from progress_report r
          where r.jurisdiction_id = o.jurisdiction_id and r.obligation_id = o.id)), 0)::int as report_count
      from obligation o where o.jurisdiction_id = s.jurisdiction_id and o.sitting_id = s.id) counts on true`;
const SITTING = `select ${COLUMNS} from sitting s ${UNIT} ${JOINS}`;

/** Sittings as a list reads them: SittingRow. `status` follows from the counts and the clock: whoever asks looks at it. */
export const SITTINGS: ListSource = {
  table: 'sitting',
  alias: 's',
  base: UNIT,
  where: "s.duty = 'taskReport'",
  columns: COLUMNS,
  joins: JOINS,
  conditions: { status: () => 'true' },
};

export async function readSitting(tx: Transaction, sittingId: string): Promise<SittingRow | null> {
  const [row] = await tx.query<SittingRow>(`${SITTING} where s.jurisdiction_id = $1 and s.id = $2`, [
    tx.scope.jurisdictionId,
    sittingId,
  ]);
  return row ?? null;
}

export function listSittingsById(tx: Transaction, sittingIds: readonly string[]): Promise<SittingRow[]> {
  return tx.query<SittingRow>(`${SITTING} where s.jurisdiction_id = $1 and s.id = any ($2::uuid[])`, [
    tx.scope.jurisdictionId,
    sittingIds,
  ]);
}

/** How many "no change" in a row the policy of a reporting line allows. */
export async function readNoChangeLimit(tx: Transaction, reportingLineId: string): Promise<number> {
  const [row] = await tx.query<{ at_most: number | null }>(
    `select (p.body #>> '{reporting,noChangeAtMost}')::int as at_most
     from reporting_line l join policy_version p
       on p.jurisdiction_id = l.jurisdiction_id and p.version = l.policy_version
     where l.jurisdiction_id = $1 and l.id = $2 limit 1`,
    [tx.scope.jurisdictionId, reportingLineId],
  );
  return row?.at_most ?? 0;
}

/** Files that the unit of a sitting has handed in for its reports and that stand, the oldest first. */
export const listFilesOfSitting = (
  tx: Transaction,
  sittingId: string,
): Promise<{ id: string; obligation_id: string; name: string }[]> =>
  tx.query(
    `select e.id, e.obligation_id, e.name
     from obligation o join evidence e on e.jurisdiction_id = o.jurisdiction_id and e.task_id = o.task_id
       and e.obligation_id = o.id and e.unit_id = o.unit_id and e.withdrawn_at is null
     where o.jurisdiction_id = $1 and o.sitting_id = $2 order by e.added_at, e.id`,
    [tx.scope.jurisdictionId, sittingId],
  );

export interface SittingItemRow {
  obligation_id: string;
  state: string;
  late: boolean;
  version: number;
  return_reason: string | null;
  task_id: string;
  task_code: string;
  task_title: string;
  deadline_on: CivilDate;
  original_deadline_on: CivilDate;
  deadline_inferred: boolean;
  progress: number;
  /** As of the last report on it. */
  expected: number;
  outlook: unknown;
  /** How many "no change" in a row the unit's latest reports on the task before this one make. */
  no_change_run: number;
}

/** What is owed in a sitting, in the plan's order. */
export function listSittingItems(tx: Transaction, sittingId: string): Promise<SittingItemRow[]> {
  return tx.query<SittingItemRow>(
    `select o.id as obligation_id, o.state, o.version,
       coalesce((o.snapshot #>> '{context,late}')::boolean, false) as late,
       case when o.state = 'returned' then (select e.payload ->> 'reason' from event e
         where e.jurisdiction_id = o.jurisdiction_id and e.subject_kind = 'obligation' and e.subject_id = o.id
           and e.type = 'REPORT_RETURNED' order by e.seq desc limit 1) end as return_reason,
       t.id as task_id, t.code as task_code, t.title as task_title, t.deadline_on, t.original_deadline_on,
       t.deadline_inferred, t.progress, t.expected, t.outlook, runs.run as no_change_run
     from obligation o
       join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
       join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
       cross join lateral (
         select count(*) filter (where before.worded = 0)::int as run from (
           select sum(case when latest.no_change then 0 else 1 end) over (order by latest.due_at desc) as worded
           from (
             select distinct on (x.id) x.due_at, r.no_change
             from obligation x join progress_report r on r.jurisdiction_id = x.jurisdiction_id and r.obligation_id = x.id
             where x.jurisdiction_id = o.jurisdiction_id and x.task_id = o.task_id and x.unit_id = o.unit_id
               and x.due_at < o.due_at
             order by x.id, r.revision desc) latest) before) runs
     where o.jurisdiction_id = $1 and o.sitting_id = $2 order by a.position, t.code`,
    [tx.scope.jurisdictionId, sittingId],
  );
}
