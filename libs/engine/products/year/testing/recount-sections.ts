import type { Client } from 'pg';

/** The events up to an instant, as table `ev` of the session. */
export async function keepEvents(owner: Client, year: string, asOf: string): Promise<void> {
  await owner.query('drop table if exists ev');
  await owner.query(
    `create temp table ev as select subject_kind, subject_id, seq, type, at, payload from event
     where at <= least('${asOf}'::timestamptz, '${year}-12-31 23:59:59.999+08'::timestamptz)`,
  );
  await owner.query('create index on ev (subject_id, type)');
  await owner.query('analyze ev');
}

/**
 * What the default scheme gives for results and process, by SQL from events and readings: `$2` the plan, `$3` the year, `$4` until
 * when the record is known. Common table expressions over the events of `keepEvents`, of which `sections` (a unit's marks, whether it had anything that is counted) and
 * `scored` (who is in the assessment at all) are for the rest of the statement. Handovers between leads, moved deadlines, reopened and
 * returned closures do not occur in the year that is recounted, and are not provided for.
 */
export const SECTIONS = `
  span as (select ($3 || '-01-01 00:00+08')::timestamptz as begun, least($4::timestamptz, ($3 || '-12-31 23:59:59.999+08')::timestamptz) as until),
  led as (select t.id as task_id, l.unit_id from task t cross join lateral (
      select jsonb_array_elements_text(coalesce(
        (select e.payload -> 'unitIds' from ev e where e.subject_kind = 'task' and e.subject_id = t.id and e.type in ('LEAD_ASSIGNED', 'DISPUTE_RESOLVED')
           and jsonb_array_length(e.payload -> 'unitIds') > 0 order by e.seq desc limit 1),
        (select e.payload #> '{input,leadUnitIds}' from ev e where e.subject_kind = 'task' and e.subject_id = t.id and e.type = 'DRAFTED')))::uuid as unit_id) l
    where t.plan_id = $2),
  asked as (select distinct on (e.subject_id) e.subject_id as task_id, e.seq, e.type from ev e
    where e.subject_kind = 'task' and e.type in ('DISPATCHED', 'DISPUTED', 'DISPUTE_RESOLVED') order by e.subject_id, e.seq desc),
  signing as (select l.unit_id, late.at is null as met, coalesce(late.at, s.at) as at from led l join asked a on a.task_id = l.task_id and a.type <> 'DISPUTED'
    left join lateral (select e.seq, e.at from ev e where e.subject_kind = 'task' and e.subject_id = l.task_id and e.type = 'SIGNED' and e.seq > a.seq
      and e.payload ->> 'unitId' = l.unit_id::text order by e.seq limit 1) s on true
    left join lateral (select e.at from ev e where e.subject_kind = 'task' and e.subject_id = l.task_id and e.type = 'SIGNING_OVERDUE' and e.seq > a.seq
      and (s.seq is null or e.seq < s.seq) order by e.seq limit 1) late on true
    where late.at is not null or s.at is not null),
  ended as (select t.id as task_id, coalesce(done.at, late.at) as at, done.at is not null and late.at is null as met from task t
    left join lateral (select e.seq from ev e where e.subject_kind = 'task' and e.subject_id = t.id and e.type = 'CLOSURE_REQUESTED' order by e.seq desc limit 1) r on true
    left join lateral (select e.at from ev e where e.subject_kind = 'task' and e.subject_id = t.id and e.type = 'DEADLINE_PASSED' and (r.seq is null or e.seq < r.seq)
      and not coalesce((select (d.payload #>> '{input,ongoing}')::boolean from ev d where d.subject_kind = 'task' and d.subject_id = t.id and d.type = 'DRAFTED'), false)
      order by e.seq limit 1) late on true
    left join lateral (select e.at from ev e where e.subject_kind = 'task' and e.subject_id = t.id and e.type = 'GATE_PASSED' and e.payload ->> 'gate' = 'approval'
      and e.seq > r.seq order by e.seq limit 1) done on true
    where t.plan_id = $2 and coalesce(done.at, late.at) is not null),
  owed as (select o.unit_id, o.task_id, o.kind, o.id, f.at as filed_at, coalesce(f.at, o.due_at) as at, coalesce(f.at <= o.due_at, false) as met from obligation o cross join span
    left join lateral (select min(e.at) as at from ev e where e.subject_kind = 'obligation' and e.subject_id = o.id and e.type in ('REPORT_FILED', 'DUTY_FULFILLED')) f on true
    where o.plan_id = $2 and (f.at is not null or o.due_at <= until and not exists (
      select from ev e where e.subject_kind = 'obligation' and e.subject_id = o.id and e.type in ('COVERED', 'EXCUSED')))),
  said as (select r.task_id, r.unit_id, (x ->> 'position')::int as position, (x ->> 'value')::numeric as value, r.filed_at from owed o
    join lateral (select e.payload ->> 'reportId' as id, e.seq from ev e where e.subject_kind = 'obligation' and e.subject_id = o.id and e.type = 'REPORT_FILED'
      order by e.seq desc limit 1) f on not exists (select from ev e where e.subject_kind = 'obligation' and e.subject_id = o.id and e.type = 'REPORT_RETURNED' and e.seq > f.seq)
    join progress_report r on r.id::text = f.id cross join jsonb_array_elements(r.readings) x),
  judged as (select l.unit_id, case when s.value is null then false when i.comparator in ('>=', '+') then s.value >= i.value when i.comparator = '<=' then s.value <= i.value
      when i.comparator = '>' then s.value > i.value when i.comparator = '<' then s.value < i.value when i.comparator = '=' then s.value = i.value
      when i.comparator = '~' then abs(s.value - i.value) <= abs(i.value) / 20 else s.value between i.value and coalesce(i.upper, i.value) end as met, d.at
    from indicator i join ended d on d.task_id = i.task_id join led l on l.task_id = i.task_id
    left join lateral (select value from said where said.task_id = i.task_id and said.position = i.position
      order by said.unit_id = l.unit_id desc, said.filed_at desc limit 1) s on true),
  counted as (
    select unit_id, 'signing' as of, met, at from signing union all select l.unit_id, 'closing', d.met, d.at from ended d join led l using (task_id)
    union all select unit_id, case kind when 'taskReport' then 'reporting' when 'requestedReport' then 'reporting' else 'other' end, met, at from owed
    union all select unit_id, 'indicators', met, at from judged),
  share as (select unit_id, of, count(*) filter (where met)::numeric / count(*) as part from counted cross join span where at between begun and until group by unit_id, of),
  returned as (select o.unit_id, count(*) as n from ev e join obligation o on o.id = e.subject_id cross join span
    where e.subject_kind = 'obligation' and e.type = 'REPORT_RETURNED' and o.plan_id = $2 and e.at >= begun group by o.unit_id),
  sections as (select u.id as unit_id, i.part is not null or c.part is not null or s.part is not null or r.part is not null as is_busy,
      case when i.part is null and c.part is null then 60 else coalesce(round(i.part * case when c.part is null then 60 else 25 end, 2), 0)
        + coalesce(round(c.part * case when i.part is null then 60 else 35 end, 2), 0) end as results,
      case when s.part is null and r.part is null then 20 else coalesce(round(s.part * case when r.part is null then 20 else 5 end, 2), 0)
        + coalesce(round(r.part * case when s.part is null then 20 else 15 end, 2), 0) end + greatest(0, 5 - 0.5 * coalesce(b.n, 0)) as process
    from unit u left join share i on i.unit_id = u.id and i.of = 'indicators' left join share c on c.unit_id = u.id and c.of = 'closing'
      left join share s on s.unit_id = u.id and s.of = 'signing' left join share r on r.unit_id = u.id and r.of = 'reporting' left join returned b on b.unit_id = u.id),
  present as (select unit_id from share union select unit_id from returned union select v.unit_id from verification v join task t on t.id = v.task_id cross join span
      where t.plan_id = $2 and v.found_at <= until and v.finding in ('untrue', 'partlyTrue')
    union select n.unit_id from notice n cross join span where n.plan_id = $2 and n.colour is not null and n.issued_at between begun and until),
  scoring_unit as (select distinct p.unit_id from role_assignment r join person p on p.id = r.person_id where r.role = 'assessor')`;
