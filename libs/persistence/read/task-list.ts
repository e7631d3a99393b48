import type { Transaction } from '../transaction.js';
import { likePattern } from './like-pattern.js';
import { TASK_COLUMNS, TASK_JOINS } from './task-columns.js';
import type { TaskRow } from './task-row.js';

export interface TaskFilter {
  planId?: string | undefined;
  actionId?: string | undefined;
  unitId?: string | undefined;
  state?: string | undefined;
  schedule?: string | undefined;
  atLeastRung?: number | undefined;
  needsAssignment?: boolean | undefined;
  words?: string | undefined;
}

export interface TaskListPage {
  limit: number;
  /** The last task of the page before. */
  after?: { position: number; code: string } | undefined;
}

/** Tasks in the plan's order: at most `limit` of those after `after`, and how many there are in all. */
export async function listTasks(
  tx: Transaction,
  filter: TaskFilter,
  page: TaskListPage,
): Promise<{ rows: TaskRow[]; total: number }> {
  const rows = await tx.query<TaskRow & { total: number }>(
    `with found as (
       select ${TASK_COLUMNS}
       from task t join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id ${TASK_JOINS}
       where t.jurisdiction_id = $1
         and ($2::uuid is null or t.plan_id = $2)
         and ($3::uuid is null or t.action_id = $3)
         and ($4::uuid is null or exists (select from responsibility r
           where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.unit_id = $4))
         and ($5::text is null or t.state = $5 or starts_with(t.state, $5 || '.'))
         and ($6::text is null or t.schedule = $6)
         and ($7::int is null or standing.rung >= $7)
         and ($8::boolean is null or t.needs_assignment = $8)
         and ($9::text is null or t.title ilike $9 or t.code ilike $9 or t.section ilike $9 or exists (
           select from responsibility r join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
           where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.kind = 'lead' and u.name ilike $9)))
     select (select count(*)::int from found) as total, found.* from found
     where $10::int is null or (found.action_position, found.code) > ($10, $11)
     order by found.action_position, found.code limit $12`,
    [
      tx.scope.jurisdictionId,
      filter.planId,
      filter.actionId,
      filter.unitId,
      filter.state,
      filter.schedule,
      filter.atLeastRung,
      filter.needsAssignment,
      likePattern(filter.words),
      page.after?.position,
      page.after?.code,
      page.limit,
    ],
  );
  return { rows, total: rows[0]?.total ?? 0 };
}
