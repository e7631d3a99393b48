import { OUTLOOK_COLUMNS } from './today.js';

/**
 * The columns of a task as it is listed, for `from task t join action a …` with $1 the jurisdiction: with its lead
 * units, how far the ladder of their reporting lines was climbed for this very task, and what falls due next.
 * Sub-selects by index: 149 tasks with 26 periods each come in 30 ms, from the request to the answer (2 cores).
 */
export const TASK_COLUMNS = `
  t.id, t.plan_id, t.code, t.title, t.title_is_label, t.section, t.number, t.needs_assignment, t.ongoing,
  t.deadline_on, t.original_deadline_on, t.deadline_inferred, ${OUTLOOK_COLUMNS}, t.version,
  a.id as action_id, a.code as action_code, a.name as action_name, a.position as action_position,
  leads.items as leads, coalesce(supports.count, 0) as support_count,
  standing.rung, standing.colour, standing.label as rung_label, standing.awaiting_issue, next.name as next_name, next.at as next_at`;

/**
 * The unit's silence counts for a task only where the task is among what was not filed. The lines that climb are
 * unfolded once for all tasks: looked at task by task, 500 of 10,000 tasks took 22 s in a month in which every unit of
 * 2,520 was silent.
 */
export const TASK_JOINS = `
  left join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.position), '[]') as items
    from (
      select u.id, u.name, min(r.position) as position
      from responsibility r join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
      where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.kind = 'lead'
      group by u.id, u.name) x) leads on true
  left join lateral (
    select count(distinct r.unit_id)::int as count from responsibility r
    where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.kind = 'support') supports on true
  left join (
    with named_rung as materialized (
      select distinct on (p.version, named.place) p.version, named.place, named.rung ->> 'label' as label
      from policy_version p
        cross join jsonb_array_elements(p.body #> '{reportingLadder,rungs}') with ordinality named(rung, place)
      where p.jurisdiction_id = $1),
    climbing as materialized (
      select distinct on (l.plan_id, named.id) l.plan_id, named.id::uuid as task_id, l.rung, l.colour, r.label,
        l.snapshot #>> '{context,climb,awaitingIssue,rung}' is not null as awaiting_issue
      from reporting_line l
        left join named_rung r on r.version = l.policy_version and r.place = l.rung
        cross join jsonb_array_elements(coalesce(l.snapshot #> '{context,climb,owed}', '[]')) owed
        cross join jsonb_array_elements_text(owed -> 'taskIds') named(id)
      where l.jurisdiction_id = $1 and l.rung > 0
      order by l.plan_id, named.id, l.rung desc)
    select * from climbing) standing on standing.plan_id = t.plan_id and standing.task_id = t.id
  left join lateral (
    select due.name, due.at from (
      select d.name, d.projected_at as at from deadline d
      where d.jurisdiction_id = t.jurisdiction_id and d.subject_kind = 'task' and d.subject_id = t.id
        and d.state = 'armed' and d.projected_at is not null
      union all
      select 'sitting:due', o.due_at from obligation o
      where o.jurisdiction_id = t.jurisdiction_id and o.task_id = t.id and o.kind = 'taskReport'
        and o.state in ('scheduled', 'open')
      union all
      select d.name, d.projected_at from obligation o
      join deadline d on d.jurisdiction_id = o.jurisdiction_id and d.subject_kind = 'obligation'
        and d.subject_id = o.id and d.name = 'refile' and d.state = 'armed'
      where o.jurisdiction_id = t.jurisdiction_id and o.task_id = t.id and o.kind = 'taskReport'
        and o.state = 'returned') due
    where due.at is not null order by due.at limit 1) next on true`;
