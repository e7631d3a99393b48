import type { Client } from 'pg';

/** One figure as SQL counts it: of the plan (null) or an action, by the name under which products speak of it. */
export interface FigureRow {
  scope: string | null;
  name: string;
  value: string | null;
  printed: string | null;
}

/** Everything that a product of a period may have for a figure, from the tables of `buildTables`. */
export async function countFigures(owner: Client): Promise<FigureRow[]> {
  await owner.query('drop table if exists fig, member, fil, crd, fnd, unit_in');
  await owner.query('create temp table fig (s uuid, name text, value numeric, printed text)');
  for (const sql of STEPS) await owner.query(sql);
  const { rows } = await owner.query<FigureRow>(
    'select s as scope, name, value::text as value, printed from fig',
  );
  return rows;
}

/** `select s, g, a, b …` as figures `<g><a>`, `<g><b>`. */
const spread = (from: string): string =>
  `insert into fig select x.s, x.g || k.key, k.value::numeric from (${from}) x
   cross join lateral jsonb_each_text(to_jsonb(x) - 's' - 'g') k where k.value is not null`;

/** A share in percent with one decimal. */
const rate = (part: string, of: string): string => `round(100.0 * ${part} / ${of}, 1)`;

/** A number as it is printed: without zeros that say nothing. */
const plain = (value: string): string => `trim_scale(${value})::text`;

const inScope = (alias: string): string => `(scope.s is null or ${alias}.action_id = scope.s)`;

const STEPS: readonly string[] = [
  `create temp table unit_in as
     select distinct scope.s, u.id from scope cross join unit u where exists (
         select from st join cp using (i) where last and ${inScope('st')} and u.id = any (st.leads) and state <> 'withdrawn')
       or exists (select from filing join cp on last and due_at between from_at and at where ${inScope('filing')} and unit_id = u.id)
       or exists (select from card join cp on last and issued_at between from_at and at
         where unit_id = u.id and (scope.s is null or exists (select from st where st.action_id = scope.s and st.task_id = any (card.tasks))))`,
  // Which tasks, reports, notices, findings each group of figures is of.
  `create temp table member as
     select scope.s, case when last then '' end as g, st.* from scope join st on ${inScope('st')} join cp using (i) where last
     union all select scope.s, 'before.', st.* from scope join st on ${inScope('st')} where st.i = (select max(i) - 1 from cp)
     union all select scope.s, 'trend.' || st.i || '.', st.* from scope join st on ${inScope('st')}
     union all select scope.s, 'action.' || st.action_id || '.', st.* from scope join st on ${inScope('st')} join cp using (i) where last
     union all select scope.s, 'unit.' || unit_in.id || '.', st.* from scope join unit_in on unit_in.s is not distinct from scope.s
       join st on ${inScope('st')} and unit_in.id = any (st.leads) join cp using (i) where last`,
  `create temp table fil as
     select scope.s, '' as g, filing.* from scope join filing on ${inScope('filing')} join cp on last and due_at between from_at and at
     union all select scope.s, 'before.', filing.* from scope join filing on ${inScope('filing')}
       join cp on i = (select max(i) - 1 from cp) and due_at between from_at and at
     union all select scope.s, 'trend.' || i || '.', filing.* from scope join filing on ${inScope('filing')} join cp on due_at between from_at and at
     union all select scope.s, 'action.' || action_id || '.', filing.* from scope join filing on ${inScope('filing')}
       join cp on last and due_at between from_at and at
     union all select scope.s, 'unit.' || unit_id || '.', filing.* from scope join filing on ${inScope('filing')}
       join cp on last and due_at between from_at and at`,
  `create temp table crd as
     with here as (select scope.s, cp.i, last, card.* from scope join card on (scope.s is null
         or exists (select from st where st.action_id = scope.s and st.task_id = any (card.tasks))) join cp on issued_at between from_at and at)
     select s, '' as g, id, colour from here where last
     union all select s, 'before.', id, colour from here where i = (select max(i) - 1 from cp)
     union all select distinct here.s, 'action.' || st.action_id || '.', here.id, colour from here join st on st.task_id = any (here.tasks)
       where last and (here.s is null or st.action_id = here.s)
     union all select s, 'unit.' || unit_id || '.', id, colour from here where last`,
  `create temp table fnd as
     with here as (select scope.s, cp.i, last, finding.* from scope join finding on ${inScope('finding')} join cp on finding.at between from_at and cp.at)
     select s, '' as g, id, finding from here where last
     union all select s, 'before.', id, finding from here where i = (select max(i) - 1 from cp)
     union all select s, 'action.' || action_id || '.', id, finding from here where last
     union all select s, 'unit.' || unit_id || '.', id, finding from here where last`,
  spread(`select s, g, count(*) filter (where state <> 'withdrawn') as "tasks.total", count(*) filter (where undispatched) as "tasks.undispatched",
      count(*) filter (where running) as "tasks.running", count(*) filter (where closed) as "tasks.closed",
      count(*) filter (where running and schedule = 'onTrack' and is_known) as "tasks.onTrack",
      count(*) filter (where running and not coalesce(is_known, false)) as "tasks.unreported",
      count(*) filter (where schedule = 'behind') as "tasks.behind", count(*) filter (where schedule = 'seriouslyBehind') as "tasks.seriouslyBehind",
      count(*) filter (where schedule <> 'onTrack') as "tasks.late", count(*) filter (where state = 'dispatched') as "tasks.unsigned",
      count(*) filter (where state = 'disputed') as "tasks.disputed", count(*) filter (where running and past) as "tasks.pastDeadline",
      count(*) filter (where running and waiting) as "tasks.waiting"
    from member group by s, g`),
  spread(`select s, g, count(*) as "filings.due", count(*) filter (where outcome = 'onTime') as "filings.onTime",
      count(*) filter (where outcome = 'late') as "filings.late", count(*) filter (where outcome in ('silent', 'missed')) as "filings.unfiled",
      count(*) filter (where outcome = 'silent') as "filings.silent", count(*) filter (where outcome = 'missed') as "filings.missed"
    from fil group by s, g`),
  `insert into fig select s, g || 'filings.rate', ${rate(`count(*) filter (where outcome = 'onTime')`, 'count(*)')},
     ${plain(rate(`count(*) filter (where outcome = 'onTime')`, 'count(*)'))} || '%' from fil group by s, g`,
  spread(`select s, g, count(*) as "cards.issued" from crd group by s, g`),
  `insert into fig select s, g || 'cards.' || colour, count(*) from crd group by s, g, colour`,
  spread(`select s, g, count(*) as "findings.made", count(*) filter (where finding = 'true') as "findings.true",
      count(*) filter (where finding = 'partlyTrue') as "findings.partlyTrue", count(*) filter (where finding = 'untrue') as "findings.untrue"
    from fnd group by s, g`),
  spread(`select scope.s, case n when 1 then '' else 'action.' || meeting.action_id || '.' end as g, count(*) as "meetings.owed",
      count(*) filter (where held) as "meetings.held", count(*) filter (where not held) as "meetings.missing"
    from scope join meeting on ${inScope('meeting')} join cp on last and due_at between from_at and at cross join generate_series(1, 2) n group by 1, 2`),
  // What became of the tasks since the period before.
  spread(`select a.s, '' as g, count(*) filter (where a.closed and not coalesce(b.closed, false)) as "tasks.newlyClosed",
      count(*) filter (where a.schedule <> 'onTrack' and coalesce(b.schedule, 'onTrack') = 'onTrack') as "tasks.newlyBehind",
      count(*) filter (where a.schedule = 'onTrack' and b.schedule <> 'onTrack') as "tasks.madeGood",
      count(*) filter (where a.schedule <> 'onTrack' and b.schedule <> 'onTrack') as "tasks.stillBehind",
      count(*) filter (where not a.undispatched and coalesce(b.undispatched, true)) as "tasks.newlyDispatched",
      count(*) filter (where not b.undispatched and a.deadline > b.deadline) as "tasks.extended"
    from member a left join member b on b.s is not distinct from a.s and b.g = 'before.' and b.task_id = a.task_id
    where a.g = '' and a.state <> 'withdrawn' group by a.s`),
  `insert into fig select a.s, a.name || '.change', round(abs(a.value - b.value), 1), ${plain('round(abs(a.value - b.value), 1)')}
     from fig a join fig b on b.s is not distinct from a.s and b.name = 'before.' || a.name where a.name in ('tasks.late', 'filings.rate')`,
  // Counts of units.
  spread(`select unit_in.s, '' as g, count(*) as "units.total" from unit_in group by unit_in.s`),
  spread(`select s, '' as g, count(distinct g) filter (where outcome in ('silent', 'missed')) as "units.silent",
      count(distinct g) filter (where outcome = 'late') as "units.late", count(distinct g) as "units.ranked" from fil where g like 'unit.%' group by s`),
  `insert into fig with placed as (select s, name, rank() over (partition by s order by value desc) as place from fig
       where name like 'unit.%.filings.rate')
     select s, replace(name, 'filings.rate', 'place'), place, '第' || place from placed
     union all select s, 'units.first', count(*) filter (where place = 1), null from placed group by s
     union all select s, 'units.last', count(*) filter (where place = worst), null
       from (select *, max(place) over (partition by s) as worst from placed) w group by s`,
  `insert into fig with share as (select s, g, ${rate(
    `count(*) filter (where closed or (running and schedule = 'onTrack' and is_known))`,
    `count(*) filter (where running or closed)`,
  )} as value from member where g like 'action.%' group by s, g having count(*) filter (where running or closed) > 0)
     select s, g || 'onTrackShare', value, ${plain('value')} || '%' from share
     union all select s, g || 'place', rank() over (partition by s order by value desc), '第' || rank() over (partition by s order by value desc) from share
     union all select s, 'actions.measured', count(*), null from share group by s`,
  spread(`with of_unit as (select u.s, u.id, bool_or(f.outcome is not null) as owed,
        bool_or(f.outcome in ('silent', 'missed')) or exists (select from crd c where c.s is not distinct from u.s and c.g = 'unit.' || u.id || '.' and c.colour <> 'blue')
          or exists (select from fnd d where d.s is not distinct from u.s and d.g = 'unit.' || u.id || '.' and d.finding = 'untrue') as bad,
        bool_or(f.outcome = 'late') or exists (select from crd c where c.s is not distinct from u.s and c.g = 'unit.' || u.id || '.')
          or exists (select from fnd d where d.s is not distinct from u.s and d.g = 'unit.' || u.id || '.' and d.finding = 'partlyTrue')
          or exists (select from member m where m.s is not distinct from u.s and m.g = 'unit.' || u.id || '.' and (m.schedule <> 'onTrack' or (m.running and m.past))) as flawed
      from unit_in u left join fil f on f.s is not distinct from u.s and f.g = 'unit.' || u.id || '.' group by u.s, u.id)
    select s, '' as g, count(*) filter (where owed and not coalesce(bad, false) and not coalesce(flawed, false)) as "units.red",
      count(*) filter (where bad) as "units.black" from of_unit group by s`),
  // What the text of a brief, a publication and a review counts for itself.
  spread(`with matter as (select s, case when state = 'disputed' then 'disputed' when running and waiting then 'waiting'
        when running and past then 'pastDeadline' when schedule = 'seriouslyBehind' then 'seriouslyBehind' when schedule = 'behind' then 'behind'
        when running and exists (select from help where help.task_id = member.task_id and unit_id = any (leads)) then 'helpWanted'
        when undispatched and cardinality(leads) = 0 then 'unassigned' end as what from member where g = '')
    select s, 'brief.' as g, count(what) as tasks, count(*) filter (where what = 'disputed') as disputed, count(*) filter (where what = 'waiting') as waiting,
      count(*) filter (where what = 'pastDeadline') as "pastDeadline", count(*) filter (where what = 'seriouslyBehind') as "seriouslyBehind",
      count(*) filter (where what = 'behind') as behind, count(*) filter (where what = 'helpWanted') as "helpWanted", count(*) filter (where what = 'unassigned') as unassigned from matter group by s`),
  spread(`select m.s, '' as g, count(*) filter (where coalesce(f.is_true, m.closed)) as "publication.verified"
    from member m left join lateral (select bool_and(finding = 'true') as is_true from (
        select unit_id, (array_agg(finding order by at desc))[1] as finding, row_number() over (order by max(at) desc) as place
        from finding where task_id = m.task_id group by unit_id) by_unit where place = 1 or unit_id = any (m.leads)) f on true
    where m.g = '' and m.state <> 'withdrawn' group by m.s`),
  spread(
    `select m.s, '' as g, count(d.task_id) as "tasks.dueNext" from member m left join due_next d using (task_id) where m.g = '' group by m.s`,
  ),
  spread(`with read as (select m.s, i.comparator, i.value, i.upper, w.value as reading
      from member m join indicator i on i.task_id = m.task_id left join lateral (
        select (said ->> 'value')::numeric as value from progress_report r cross join jsonb_array_elements(r.readings) said
        where r.task_id = i.task_id and (said ->> 'position')::int = i.position and r.filed_at <= (select at from cp where last)
        order by r.filed_at desc, r.revision desc limit 1) w on true where m.g = '' and m.state <> 'withdrawn'),
      judged as (select s, reading, case comparator when '>=' then reading >= value when '<=' then reading <= value when '>' then reading > value
        when '<' then reading < value when 'range' then reading between value and upper when '+' then reading >= value
        else reading = value end as reached from read)
    select s, 'indicators.' as g, count(*) as total, count(*) filter (where reached) as reached, count(*) filter (where reading is not null and not reached) as short,
      count(*) filter (where reading is null) as unread from judged group by s`),
  // Tasks by themselves.
  `insert into fig select s, 'task.' || task_id || '.progress', progress, ${plain('progress')} || '%' from member where g = '' and is_known
   union all select s, 'task.' || task_id || '.lag', lag, ${plain('lag')} from member where g = '' and is_known
   union all select s, 'task.' || task_id || '.code', null, code from member where g = ''
   union all select s, 'task.' || task_id || '.title', null, title from member where g = ''
   union all select s, 'task.' || task_id || '.name', null, case when length(title) <= 40 then title else left(title, 38) end || code from member where g = ''
   union all select s, 'task.' || task_id || '.deadline', null, to_char(deadline, 'FMYYYY年FMMM月FMDD日') from member where g = ''`,
  `insert into fig select scope.s, 'task.' || task_id || '.help.' || unit_id, null, words from help cross join scope`,
  `insert into fig select scope.s, 'checkpoint.' || i || '.label', null, label from cp cross join scope`,
];
