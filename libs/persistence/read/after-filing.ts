import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

/** What becomes of a sitting when it is filed, as far as the record says it. */
export interface AfterFilingRow {
  policy_version: number;
  /** Names of the task forces' offices that look at its reports, in the plan's order. */
  offices: string[];
  /** Armed clocks that the filing stops, the next to ring first. */
  clocks: { name: string; at: Instant }[];
}

/**
 * The clocks of a filing: those of the line as long as the sitting was not filed (a reminder, the due time, the next rung
 * of silence), and those to file again of what was returned.
 */
export async function readAfterFiling(tx: Transaction, sittingId: string): Promise<AfterFilingRow | null> {
  const [row] = await tx.query<AfterFilingRow>(
    `select l.policy_version,
       coalesce((select jsonb_agg(office.name order by office.position) from (
         select u.name, min(a.position) as position from obligation o
           join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
           join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
           join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.office_unit_id
         where o.jurisdiction_id = s.jurisdiction_id and o.sitting_id = s.id and o.state in ('open', 'returned')
         group by u.name) office), '[]'::jsonb) as offices,
       coalesce((select jsonb_agg(jsonb_build_object('name', d.name, 'at',
           to_char(d.projected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by d.projected_at)
         from deadline d where d.jurisdiction_id = s.jurisdiction_id and d.state = 'armed' and d.projected_at is not null and (
           (s.filed_at is null and d.subject_kind = 'reportingLine' and d.subject_id = l.id
             and (d.name in ('rung', 'issue', 'dueAgain')
               or d.name like 'sitting:%' and d.name <> 'sitting:opens' and d.projected_at <= s.due_at))
           or d.subject_kind = 'obligation' and d.name = 'refile' and d.subject_id in (
             select o.id from obligation o where o.jurisdiction_id = s.jurisdiction_id and o.sitting_id = s.id))),
         '[]'::jsonb) as clocks
     from sitting s join reporting_line l on l.jurisdiction_id = s.jurisdiction_id and l.id = s.reporting_line_id
     where s.jurisdiction_id = $1 and s.id = $2`,
    [tx.scope.jurisdictionId, sittingId],
  );
  return row ?? null;
}
