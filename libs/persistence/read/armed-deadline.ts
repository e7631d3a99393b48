import type { Budget, Instant, Suspension } from '#calendar';
import type { Transaction } from '../transaction.js';

export interface ArmedDeadlineRow {
  name: string;
  subject_kind: 'task' | 'obligation' | 'reportingLine';
  /** Of the obligation or the reporting line; null for a clock of the task itself. */
  unit_id: string | null;
  unit_name: string | null;
  projected_at: Instant | null;
  armed_at: Instant;
  calendar_version: number;
  budget: Budget;
  suspensions: Suspension[];
  /** That governs what it runs on. */
  policy_version: number;
}

/** The clocks that run on a task, on what is owed for it, and on the reporting lines of its lead units. */
export function listArmedDeadlines(tx: Transaction, taskId: string): Promise<ArmedDeadlineRow[]> {
  return tx.query<ArmedDeadlineRow>(
    `select d.name, d.subject_kind, d.projected_at, d.armed_at, d.calendar_version,
            d.budget, d.suspensions, coalesce(owed.policy_version, line.policy_version, t.policy_version) as policy_version,
            u.id as unit_id, u.name as unit_name
     from deadline d
     join task t on t.jurisdiction_id = d.jurisdiction_id and t.id = $2
     left join obligation owed on owed.jurisdiction_id = d.jurisdiction_id and owed.id = d.subject_id
     left join reporting_line line on line.jurisdiction_id = d.jurisdiction_id and line.id = d.subject_id
     left join unit u on u.jurisdiction_id = d.jurisdiction_id and u.id = coalesce(owed.unit_id, line.unit_id)
     where d.jurisdiction_id = $1 and d.state = 'armed' and (
       (d.subject_kind = 'task' and d.subject_id = $2)
       or (d.subject_kind = 'obligation' and d.subject_id in (
         select o.id from obligation o where o.jurisdiction_id = $1 and o.task_id = $2))
       or (d.subject_kind = 'reportingLine' and d.subject_id in (
         select s.reporting_line_id from obligation o
         join sitting s on s.jurisdiction_id = o.jurisdiction_id and s.id = o.sitting_id
         where o.jurisdiction_id = $1 and o.task_id = $2 and o.state not in ('accepted', 'missed', 'excused'))))
     order by d.projected_at nulls last, d.name, u.name`,
    [tx.scope.jurisdictionId, taskId],
  );
}
