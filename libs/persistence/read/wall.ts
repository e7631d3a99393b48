import type { CivilDate, Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

export interface WallTileRow {
  id: string;
  action_id: string;
  code: string;
  number: string | null;
  title: string;
  state: string;
  progress: number;
  expected: number;
  schedule: 'onTrack' | 'behind' | 'seriouslyBehind';
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
 * task as a list does: 3,000 tasks are three scans and no 3,000 look-ups.
 */
export const listWallTiles = (tx: Transaction, planId: string): Promise<WallTileRow[]> =>
  tx.query<WallTileRow>(
    `with led as materialized (
       select r.task_id, array_agg(u.name order by r.position) as leads from responsibility r
         join task t on t.jurisdiction_id = r.jurisdiction_id and t.id = r.task_id and t.plan_id = $2
         join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
       where r.jurisdiction_id = $1 and r.kind = 'lead' group by r.task_id),
     silent as materialized (
       select distinct on (task_id) task_id, colour from (
         select (named.id #>> '{}')::uuid as task_id, l.rung,
           case when l.snapshot #>> '{context,climb,awaitingIssue,rung}' is null then l.colour end as colour
         from reporting_line l
           cross join jsonb_array_elements(coalesce(l.snapshot #> '{context,climb,owed}', '[]')) owed
           cross join jsonb_array_elements(owed -> 'taskIds') named(id)
         where l.jurisdiction_id = $1 and l.plan_id = $2 and l.rung > 0) climbing
       order by task_id, rung desc)
     select t.id, t.action_id, t.code, t.number, t.title, t.state, t.progress, t.expected, t.schedule, t.deadline_on,
       t.needs_assignment, t.supervision, silent.colour, coalesce(led.leads, '{}') as leads
     from task t join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
       left join led on led.task_id = t.id left join silent on silent.task_id = t.id
     where t.jurisdiction_id = $1 and t.plan_id = $2 order by a.position, t.code`,
    [tx.scope.jurisdictionId, planId],
  );

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
