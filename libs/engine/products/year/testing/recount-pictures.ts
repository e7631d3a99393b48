import type { Client } from 'pg';

/** One thing that a chart draws, as SQL counts it: of the plan (null) or an action; `row` and `field` of the chart. */
export interface DrawnRow {
  scope: string | null;
  chart: string;
  row: string;
  field: string;
  value: string | null;
}

/**
 * Everything that the charts of a period's products draw, from the tables of `buildTables` and `countFigures`. `byMonth`: the columns
 * of the map of reports are months, else ten-day periods.
 */
export async function countPictures(owner: Client, byMonth: boolean): Promise<DrawnRow[]> {
  await owner.query('drop table if exists bar');
  await owner.query(BARS);
  const { rows } = await owner.query<DrawnRow>(
    [...PROGRESS, filingMap(byMonth), RANKING, LADDER, INDICATORS].join(' union all '),
  );
  return rows;
}

/** A task that was dispatched: what it has reached, and what could be expected of it. */
const BARS = `create temp table bar as
  select st.*, case when closed then 100 else progress end as reached,
    case when progress is not null and lag is not null then least(100, greatest(0, round(progress + lag, 1))) end as expected
  from st join cp using (i) where last and not undispatched and state <> 'withdrawn'`;

/** `fields`: jsonb, each of its keys a field. */
const spread = (chart: string, from: string): string =>
  `select x.s as scope, '${chart}' as chart, x.row, k.key as field, k.value from (${from}) x cross join lateral jsonb_each_text(x.fields) k`;

const PROGRESS = [
  spread(
    'progress',
    `select null::uuid as s, a.name as row, jsonb_build_object('progress', b.reached, 'expected', b.expected, 'schedule',
         case when all_closed then 'closed' when b.reached < b.expected then 'below' else 'onTrack' end) as fields
       from (select action_id, bool_and(closed) as all_closed, round(avg(reached) filter (where reached is not null and expected is not null), 1) as reached,
           round(avg(expected) filter (where reached is not null and expected is not null), 1) as expected
         from bar group by action_id) b join action a on a.id = b.action_id`,
  ),
  spread(
    'progress',
    `select action_id as s, code || ' ' || title as row, jsonb_build_object('progress', reached, 'expected', expected, 'schedule',
         case when closed then 'closed' else schedule end) as fields from bar`,
  ),
];

const COLUMN = (byMonth: boolean): string =>
  byMonth
    ? `to_char(due, 'FMMM月')`
    : `to_char(due, 'FMMM月') || case when extract(day from due) <= 10 then '上旬' when extract(day from due) <= 20 then '中旬' else '下旬' end`;

const filingMap = (byMonth: boolean): string =>
  `select s as scope, 'heatMap' as chart, name as row, ${COLUMN(byMonth)} as field,
       round(100.0 * count(*) filter (where outcome = 'onTime') / count(*), 1)::text as value
     from (select scope.s, f.outcome, f.due_at at time zone 'Asia/Shanghai' as due, case when scope.s is null then a.name else u.name end as name
       from scope join filing f on scope.s is null or f.action_id = scope.s join action a on a.id = f.action_id join unit u on u.id = f.unit_id
       where exists (select from cp where f.due_at between from_at and at)) x
     group by s, name, ${COLUMN(byMonth)}`;

const RANKING = spread(
  'ranking',
  `with was as (select s, unit_id, rank() over (partition by s order by
         round(100.0 * count(*) filter (where outcome = 'onTime') / count(*), 1) desc) as place from fil where g = 'before.' group by s, unit_id),
     now as (select s, unit_id, round(100.0 * count(*) filter (where outcome = 'onTime') / count(*), 1) as rate
       from fil where g = 'unit.' || unit_id || '.' group by s, unit_id),
     placed as (select *, rank() over (partition by s order by rate desc) as place, count(*) over (partition by s) as many from now)
   select p.s, u.name as row, jsonb_build_object('value', rate, 'place', p.place)
       || case when exists (select from was w where w.s is not distinct from p.s) then jsonb_build_object('before', w.place) else '{}' end as fields
     from placed p join unit u on u.id = p.unit_id left join was w on w.s is not distinct from p.s and w.unit_id = p.unit_id where many > 1`,
);

/** Every level of the scheme has its rung, also where no notice was issued under it; without any notice there is no picture. */
const LADDER = `select c.s as scope, 'funnel' as chart, l ->> 'label' as row, 'count' as field,
    (count(*) filter (where c.colour = l ->> 'id'))::text as value
  from crd c cross join lateral jsonb_array_elements((select body -> 'levels' from policy_version order by version desc limit 1)) l
  where c.g = '' group by c.s, l`;

const INDICATORS = spread(
  'indicators',
  `select m.s, m.code || ' ' || i.name as row, jsonb_build_object('target', i.value, 'first', r.first, 'reading', r.last, 'reached',
       case i.comparator when '>=' then r.last >= i.value when '<=' then r.last <= i.value when '>' then r.last > i.value when '<' then r.last < i.value
         else r.last = i.value end,
       'bound', case when i.comparator in ('<', '<=') then 'ceiling' else 'floor' end) as fields
     from member m join indicator i on i.task_id = m.task_id and i.comparator in ('>=', '<=', '>', '<', '=')
       join lateral (select (array_agg(value order by filed_at, revision))[1] as first, (array_agg(value order by filed_at desc, revision desc))[1] as last
         from (select (said ->> 'value')::numeric as value, p.filed_at, p.revision from progress_report p cross join jsonb_array_elements(p.readings) said
           where p.task_id = i.task_id and (said ->> 'position')::int = i.position and p.filed_at <= (select at from cp where last)) said) r on r.last is not null
     where m.g = '' and m.state <> 'withdrawn'`,
);
