/**
 * The columns of a task as it is listed, for `from task t join action a …` with $1 the jurisdiction: with its lead
 * units, how far the ladder of their reporting lines was climbed for this very task, and what falls due next.
 * Sub-selects by index: 149 tasks with 26 periods each come in 30 ms, from the request to the answer (2 cores).
 */
export const TASK_COLUMNS = `
  t.id, t.plan_id, t.code, t.title, t.title_is_label, t.section, t.number, t.state, t.needs_assignment, t.ongoing,
  t.deadline_on, t.original_deadline_on, t.deadline_inferred, t.progress, t.expected, t.schedule, t.version,
  a.id as action_id, a.code as action_code, a.name as action_name, a.position as action_position,
  leads.items as leads, coalesce(supports.count, 0) as support_count,
  standing.rung, standing.colour, standing.label as rung_label, standing.awaiting_issue, next.name as next_name, next.at as next_at`;

/** The unit's silence counts for a task only where the task is among what was not filed. */
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
  left join lateral (
    select l.rung, l.colour, (
      select p.body #>> array['reportingLadder', 'rungs', (l.rung - 1)::text, 'label'] from policy_version p
      where p.jurisdiction_id = l.jurisdiction_id and p.version = l.policy_version limit 1) as label,
      l.snapshot #>> '{context,climb,awaitingIssue,rung}' is not null as awaiting_issue
    from reporting_line l
    where l.jurisdiction_id = t.jurisdiction_id and l.plan_id = t.plan_id and l.rung > 0
      and l.snapshot #> '{context,climb,owed}'
        @> jsonb_build_array(jsonb_build_object('taskIds', jsonb_build_array(t.id::text)))
    order by l.rung desc limit 1) standing on true
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
