import type { Client } from 'pg';
import type { ProductRead } from '#persistence';
import type { Wanted } from './recount-period.js';
import { keepEvents, SECTIONS } from './recount-sections.js';

/**
 * The figures of an assessment by the default scheme: the points of each section, what cards took off and objections gave back of
 * it, sums, places within groups and how many there are, by SQL from events, readings, notices and findings.
 */
export async function recountScores(
  owner: Client,
  { planId, period, figures, figuresAt }: ProductRead,
): Promise<Map<string, Wanted>> {
  await keepEvents(owner, period, figuresAt);
  const { rows } = await owner.query<{ name: string; printed: string }>(
    `with figure as (select key as name, value ->> 'printed' as printed from jsonb_each($1::jsonb)), ${SECTIONS},
     scored as (
       select u.id, u.kind, u.name, m.results, m.process,
         greatest(0, 15 - 5 * (select count(*) from verification v where v.unit_id = u.id and v.finding = 'untrue' and v.found_at <= until)) as verified,
         (select coalesce(sum(case n.colour when 'blue' then 0.5 when 'yellow' then 1 when 'red' then 2 when 'interview' then 3 else 0 end), 0)
          from notice n where n.unit_id = u.id and n.plan_id = $2 and n.issued_at between begun and until and not coalesce(n.rescinded_at <= until, false))
         - (select coalesce(sum(o.adjustment), 0) from assessment_objection o join assessment a on a.id = o.assessment_id and a.plan_id = $2 and a.period = $3
             and a.state = 'final' where o.unit_id = u.id and o.state = 'upheld' and o.line in ('blue', 'yellow', 'red', 'interview')) as deducted,
         (select least(5, coalesce(sum(points), 0)) from score_decision d where d.unit_id = u.id and d.plan_id = $2 and d.item is null) as bonus,
         m.is_busy and u.id not in (select unit_id from scoring_unit) as placed
       from unit u join sections m on m.unit_id = u.id cross join span where u.id in (select unit_id from present)),
     grouped as (select *, greatest(0, results + process + verified - deducted) + bonus as total, case
         when kind in ('government', 'office', 'government-department', 'party-organ', 'judicial-organ', 'mass-organisation', 'public-institution') then 0
         when kind = 'township' then 1 when kind = 'branch-office' then 2
         when kind in ('scenic-administration', 'state-company', 'utility-company') then 3 else 4 end as part from scored),
     ranked as (select *, case when placed then rank() over (partition by part, placed order by total desc) end as place from grouped)
     select 'unit.' || id || '.score' as name, trim_scale(round(total, 2))::text as printed from ranked
     union all select 'unit.' || id || '.deducted', trim_scale(deducted)::text from ranked
     union all select 'unit.' || id || '.bonus', trim_scale(bonus)::text from ranked
     union all select 'unit.' || id || '.section.verification', trim_scale(verified)::text from ranked
     union all select 'unit.' || id || '.section.results', trim_scale(results)::text from ranked
     union all select 'unit.' || id || '.section.process', trim_scale(process)::text from ranked
     union all select 'unit.' || id || '.place', '第' || place from ranked where placed
     union all select 'unit.' || id || '.name', name from ranked
     union all select 'units.scored', count(*)::text from ranked
     union all select 'units.unranked', count(*) filter (where not placed)::text from ranked
     union all select 'units.deducted', count(*) filter (where deducted > 0)::text from ranked
     union all select 'units.rewarded', count(*) filter (where bonus > 0)::text from ranked
     union all select 'groups.ranked', count(distinct part) filter (where placed)::text from ranked
     union all select 'group.' || nth || '.first', count(*) filter (where place = 1)::text
       from (select *, dense_rank() over (order by part) - 1 as nth from ranked) r group by nth
     union all select 'group.' || nth || '.last', count(*) filter (where place = worst)::text
       from (select *, dense_rank() over (order by part) - 1 as nth, max(place) over (partition by part) as worst from ranked) r group by nth
     union all select 'plan.name', title || '（' || document_number || '）' from plan where id = $2
     union all select 'year', $3 || '年度'
     union all select 'from', to_char(min(e.at) at time zone 'Asia/Shanghai', 'FMYYYY年FMMM月FMDD日') from event e join task t on t.id = e.subject_id
       where e.subject_kind = 'task' and e.type = 'DISPATCHED' and t.plan_id = $2
     union all select 'to', $3 || '年12月31日'
     union all select 'scheme.name', s.body ->> 'label' || '第' || (s.body ->> 'version') || '版' from scoring_scheme s
     union all select 'asOf', printed from figure where name = 'asOf'`,
    [JSON.stringify(figures), planId, period, figuresAt],
  );
  return new Map(
    rows.map(({ name, printed }) => [
      name,
      { value: null, printed: printed === '0' && /^units/u.test(name) ? '没有' : printed },
    ]),
  );
}
