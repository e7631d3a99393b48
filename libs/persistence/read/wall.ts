import type { CivilDate, Instant } from '#calendar';
import type { Transaction } from '../transaction.js';
import { OUTLOOK_COLUMNS, type OutlookRow } from './today.js';

export interface WallTileRow extends OutlookRow {
  id: string;
  action_id: string;
  code: string;
  number: string | null;
  title: string;
  deadline_on: CivilDate;
  needs_assignment: boolean;
  /** The level of the task's own ladders; `none`: none. */
  supervision: string;
  /** The level that a lead unit's silence about this task has come to. */
  colour: string | null;
  leads: string[];
}

/**
 * Every task of a plan for the wall, in the plan's order. Lead units and lines are read once for all of them, not task by
 * task as a list does, and put together here: a planner that knows nothing yet of thousands of new tasks would compare each
 * with each.
 */
export async function listWallTiles(tx: Transaction, planId: string): Promise<WallTileRow[]> {
  const params = [tx.scope.jurisdictionId, planId];
  const [tasks, led, silent] = await Promise.all([
    tx.query<Omit<WallTileRow, 'colour' | 'leads'>>(
      `select t.id, t.action_id, t.code, t.number, t.title, ${OUTLOOK_COLUMNS}, t.deadline_on,
         t.needs_assignment, t.supervision
       from task t join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
       where t.jurisdiction_id = $1 and t.plan_id = $2 order by a.position, t.code`,
      params,
    ),
    tx.query<{ task_id: string; name: string }>(
      `select r.task_id, u.name from responsibility r
         join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
       where r.jurisdiction_id = $1 and r.kind = 'lead'
         and r.task_id in (select t.id from task t where t.jurisdiction_id = $1 and t.plan_id = $2)
       order by r.position`,
      params,
    ),
    tx.query<{ task_id: string; colour: string | null }>(
      // Of a line whose next notice still waits for its issuer, the colour is that of the rung before it.
      `select named.id #>> '{}' as task_id, l.colour
       from reporting_line l
         cross join jsonb_array_elements(coalesce(l.snapshot #> '{context,climb,owed}', '[]')) owed
         cross join jsonb_array_elements(owed -> 'taskIds') named(id)
       where l.jurisdiction_id = $1 and l.plan_id = $2 and l.rung > 0 order by l.rung`,
      params,
    ),
  ]);
  const leads = new Map<string, Set<string>>();
  for (const { task_id, name } of led) leads.set(task_id, (leads.get(task_id) ?? new Set()).add(name));
  // The highest rung comes last, and stays.
  const colours = new Map(silent.map(({ task_id, colour }) => [task_id, colour]));
  return tasks.map((task) => ({
    ...task,
    colour: colours.get(task.id) ?? null,
    leads: [...(leads.get(task.id) ?? [])],
  }));
}

export interface WallChangeRow {
  at: Instant;
  type: string;
  count: number;
  task_id: string | null;
  task_code: string | null;
  task_title: string | null;
  unit_name: string | null;
}

/** Events of these types on a plan's tasks and lines since an instant, those of one act and one type as one, the latest first. */
export const listWallChanges = (
  tx: Transaction,
  wanted: { planId: string; types: readonly string[]; since: Instant; limit: number },
): Promise<WallChangeRow[]> =>
  tx.query<WallChangeRow>(
    `with happened as (
       select e.at, e.type, t.id as task_id, t.code, t.title, u.name as unit_name
       from event e
         left join task t on e.subject_kind = 'task' and t.jurisdiction_id = e.jurisdiction_id and t.id = e.subject_id
         left join reporting_line l on e.subject_kind = 'reportingLine' and l.jurisdiction_id = e.jurisdiction_id
           and l.id = e.subject_id
         left join unit u on u.jurisdiction_id = e.jurisdiction_id and u.id = l.unit_id
       where e.jurisdiction_id = $1 and e.at >= $3 and e.subject_kind in ('task', 'reportingLine')
         and e.type = any ($4::text[]) and coalesce(t.plan_id, l.plan_id) = $2)
     select at, type, count(*)::int as count, (array_agg(task_id order by code))[1] as task_id, min(code) as task_code,
       (array_agg(title order by code))[1] as task_title, min(unit_name) as unit_name
     from happened group by at, type order by at desc, type limit $5`,
    [tx.scope.jurisdictionId, wanted.planId, wanted.since, wanted.types, wanted.limit],
  );
