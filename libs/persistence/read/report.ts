import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

export interface ReportRow {
  id: string;
  obligation_id: string;
  task_id: string;
  sitting_id: string;
  period: string;
  due_at: Instant;
  unit_id: string;
  unit_name: string;
  revision: number;
  progress: number;
  no_change: boolean;
  done: string;
  problems: string;
  help_wanted: string;
  next_steps: string;
  readings: { position: number; value: number }[];
  filed_by: string | null;
  filed_by_name: string | null;
  filed_at: Instant;
  signed_by: string | null;
  signed_by_name: string | null;
  /** The obligation's; an earlier revision was returned. */
  state: string;
  late: boolean;
  latest: boolean;
}

const REPORT = `
  select r.id, r.obligation_id, r.task_id, o.sitting_id, o.period, o.due_at, r.unit_id, u.name as unit_name, r.revision,
    r.progress, r.no_change, r.done, r.problems, r.help_wanted, r.next_steps, r.readings, r.filed_by, p.name as filed_by_name,
    r.filed_at, r.signed_by, g.name as signed_by_name, o.state, r.filed_at > o.due_at and r.revision = 1
      or coalesce((o.snapshot #>> '{context,late}')::boolean, false) as late,
    r.revision = max(r.revision) over (partition by r.obligation_id) as latest
  from progress_report r
    join obligation o on o.jurisdiction_id = r.jurisdiction_id and o.id = r.obligation_id
    join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
    left join person p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.filed_by
    left join person g on g.jurisdiction_id = r.jurisdiction_id and g.id = r.signed_by`;

/** What was reported on a task, newest first. */
export function listReportsOfTask(tx: Transaction, taskId: string, limit: number): Promise<ReportRow[]> {
  return tx.query<ReportRow>(
    `${REPORT} where r.jurisdiction_id = $1 and r.task_id = $2 order by r.filed_at desc, r.revision desc limit $3`,
    [tx.scope.jurisdictionId, taskId, limit],
  );
}

/**
 * For each obligation the report that stands for it, and for its task and unit the one filed for a period before, or in
 * another rhythm for one that is due with it.
 */
export async function listReportsOfObligations(
  tx: Transaction,
  obligationIds: readonly string[],
): Promise<{ current: Map<string, ReportRow>; previous: Map<string, ReportRow> }> {
  const rows = await tx.query<ReportRow & { asked: string }>(
    `with picked as (
       select o.id as asked, report.id from obligation o cross join lateral (
         (select r.id from progress_report r
           where r.jurisdiction_id = o.jurisdiction_id and r.obligation_id = o.id order by r.revision desc limit 1)
         union all
         (select r.id from obligation b
             join progress_report r on r.jurisdiction_id = b.jurisdiction_id and r.obligation_id = b.id
           where b.jurisdiction_id = o.jurisdiction_id and b.task_id = o.task_id and b.unit_id = o.unit_id
             and b.due_at <= o.due_at and b.id <> o.id
           order by b.due_at desc, r.revision desc limit 1)) report
       where o.jurisdiction_id = $1 and o.id = any ($2::uuid[]))
     select picked.asked, reports.* from picked join (${REPORT}
       where r.jurisdiction_id = $1 and r.id in (select id from picked)) reports on reports.id = picked.id`,
    [tx.scope.jurisdictionId, obligationIds],
  );
  const current = new Map<string, ReportRow>();
  const previous = new Map<string, ReportRow>();
  for (const row of rows) (row.obligation_id === row.asked ? current : previous).set(row.asked, row);
  return { current, previous };
}
