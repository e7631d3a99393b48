import type { Client } from 'pg';

/** An instant at which a period looks at the tasks, and from where it counts: civil days. */
export interface Stretch {
  readonly label: string;
  readonly start: string;
  readonly end: string;
}

export interface Recounted {
  readonly planId: string;
  readonly stretches: readonly Stretch[];
  /** The next period: what falls due in it. */
  readonly next: Stretch;
  readonly asOf: string;
}

/**
 * The record at each checkpoint, as tables of SQL's own making from events, notices and findings: `cp`, `st` (a task at a
 * checkpoint; its lag by halves up, as on paper), `scope`, `filing`, `card`, `finding`, `meeting`. Nothing of what the products are written with is used.
 */
export async function buildTables(
  owner: Client,
  { planId, stretches, next, asOf }: Recounted,
): Promise<void> {
  const run = (sql: string, params: readonly unknown[] = []): Promise<unknown> =>
    owner.query(sql, [...params]);
  await run('drop table if exists cp, st, scope, filing, card, finding, meeting, due_next, help');
  await run('create temp table cp (i int, label text, from_at timestamptz, at timestamptz, last boolean)');
  for (const [index, { label, start, end }] of stretches.entries())
    await run(
      `insert into cp values ($1, $2, $3::date::timestamp at time zone 'Asia/Shanghai',
         least(($4::date + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 millisecond', $5::timestamptz), $6)`,
      [index, label, start, end, asOf, index === stretches.length - 1],
    );
  await run(STANDINGS.replaceAll('$PLAN', `'${planId}'::uuid`));
  await run(`create temp table due_next as select task_id from st join cp using (i)
    where last and running and deadline between '${next.start}' and '${next.end}'`);
  await run(
    `create temp table scope as select null::uuid as s union all select id from action where plan_id = $1`,
    [planId],
  );
  await run(
    `create temp table filing as
     select o.id, o.task_id, o.unit_id, t.action_id, o.due_at,
       case when f.at <= o.due_at then 'onTime' when f.at > o.due_at then 'late' when m.at is not null then 'missed' else 'silent' end as outcome
     from obligation o join task t on t.id = o.task_id
       left join lateral (select min(at) as at from event e where e.jurisdiction_id = o.jurisdiction_id
         and e.subject_kind = 'obligation' and e.subject_id = o.id and e.type = 'REPORT_FILED' and e.at <= $2) f on true
       left join lateral (select min(at) as at from event e where e.jurisdiction_id = o.jurisdiction_id
         and e.subject_kind = 'obligation' and e.subject_id = o.id and e.type = 'NEXT_PERIOD_DUE' and e.at <= $2) m on true
     where o.plan_id = $1 and o.kind = 'taskReport' and o.due_at <= $2 and o.due_at >= (select min(from_at) from cp)
       and not exists (select from event e where e.jurisdiction_id = o.jurisdiction_id and e.subject_kind = 'obligation'
         and e.subject_id = o.id and e.at <= $2 and (e.type = 'COVERED' or e.type = 'EXCUSED' and not ${STAYS}))`,
    [planId, asOf],
  );
  await run(
    `create temp table card as
     select n.id, n.unit_id, n.colour, n.number, n.issued_at, array(select m.subject_id from notice_member m
         where m.jurisdiction_id = n.jurisdiction_id and m.notice_id = n.id and m.subject_kind = 'task'
       union select t.id from task t where t.plan_id = n.plan_id
         and t.code in (select x ->> 'code' from jsonb_array_elements(n.facts -> 'tasks') x)) as tasks
     from notice n where n.plan_id = $1 and n.colour is not null and n.issued_at <= $2
       and not coalesce(n.rescinded_at <= $2, false)`,
    [planId, asOf],
  );
  await run(
    `create temp table finding as
     select e.subject_id as task_id, t.action_id, v.id, v.unit_id, e.payload ->> 'finding' as finding, e.at, v.words, r.done
     from event e join task t on t.id = e.subject_id
       join verification v on v.id = (e.payload ->> 'verificationId')::uuid
       left join progress_report r on r.id = v.report_id
     where t.plan_id = $1 and e.subject_kind = 'task' and e.type = 'VERIFICATION_FOUND' and e.at <= $2`,
    [planId, asOf],
  );
  await run(
    `create temp table help as
     select t.id as task_id, u.unit_id, r.help_wanted as words
     from task t join (select distinct task_id, unit_id from progress_report) u on u.task_id = t.id cross join lateral (
       select help_wanted from progress_report r where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.unit_id = u.unit_id
         and r.filed_at <= $2 and not (r.no_change and r.help_wanted = '') order by filed_at desc, revision desc limit 1) r
     where t.plan_id = $1 and r.help_wanted <> ''`,
    [planId, asOf],
  );
  await run(
    `create temp table meeting as
     select o.id, o.action_id, o.due_at, exists (select from event e where e.jurisdiction_id = o.jurisdiction_id
       and e.subject_kind = 'obligation' and e.subject_id = o.id and e.type = 'DUTY_FULFILLED' and e.at <= $2) as held
     from obligation o where o.plan_id = $1 and o.kind = 'meeting' and o.due_at <= $2
       and not exists (select from event e where e.jurisdiction_id = o.jurisdiction_id
         and e.subject_kind = 'obligation' and e.subject_id = o.id and e.type = 'EXCUSED' and e.at <= $2)`,
    [planId, asOf],
  );
}

/** Of the event `e` that excused the obligation `o`: what had been filed, and was not to be filed again, stays a report that was due. */
export const STAYS = `(coalesce((e.payload ->> 'keepsFiled')::boolean, false)
  and coalesce((select b.type from event b where b.jurisdiction_id = o.jurisdiction_id and b.subject_kind = 'obligation' and b.subject_id = o.id
    and b.seq < e.seq and b.type in ('REPORT_FILED', 'REPORT_RETURNED') order by b.seq desc limit 1) = 'REPORT_FILED', false)
  and not exists (select from event b where b.jurisdiction_id = o.jurisdiction_id and b.subject_kind = 'obligation' and b.subject_id = o.id
    and b.seq > e.seq and b.at <= $2 and b.type = 'REPORT_RETURNED'))`;

const last = (types: string, extra = ''): string =>
  `(select e.type, e.payload, e.seq, e.at from event e where e.jurisdiction_id = t.jurisdiction_id and e.subject_kind = 'task'
     and e.subject_id = t.id and e.at <= cp.at and e.type in (${types}) ${extra} order by e.seq desc limit 1)`;

/** What the unit `u` said last; what it corrects after a finding is held against what was expected when it reported. */
const lastSaid = (types: string): string => last(types, `and e.payload ->> 'unitId' = u::text`);

const STANDINGS = `create temp table st as
  select cp.i, t.id as task_id, t.action_id, t.code, t.title, t.original_deadline_on as original, a.position as action_position,
    s.state, s.state not in ('drafted', 'confirmed', 'closed', 'withdrawn') as running,
    s.state in ('drafted', 'confirmed') as undispatched, s.state = 'closed' as closed,
    leads.ids as leads, d.deadline, said.progress, said.lag, said.is_known,
    case when s.state in ('drafted', 'confirmed', 'closed', 'withdrawn') or coalesce(said.lag, 0) < 10 then 'onTrack'
      when said.lag < 20 then 'behind' else 'seriouslyBehind' end as schedule,
    past.seq is not null and coalesce(past.seq > d.seq, true) and not coalesce((begun.payload #>> '{input,ongoing}')::boolean, false) as past,
    blocked.type = 'BLOCKED' as waiting
  from cp cross join task t join action a on a.id = t.action_id
    join lateral ${last(`'DRAFTED'`)} begun on true
    join lateral ${last(
      `'DRAFTED','CONFIRMED','DISPATCHED','SIGNED','DISPUTED','DISPUTE_RESOLVED','CLOSURE_REQUESTED','CLOSURE_RETURNED','GATE_PASSED',
       'CLOSED_WITH_YEAR','REOPENED','SUSPENDED','RESUMED','SUSPENSION_EXPIRED','WITHDRAWN','SPLIT','MERGED'`,
    )} life on true
    left join lateral ${last(
      `'LEAD_ASSIGNED','LEAD_CHANGED','DISPUTE_RESOLVED'`,
      `and coalesce(jsonb_array_length(e.payload -> 'unitIds'), 0) > 0`,
    )} led on true
    cross join lateral (select array(select jsonb_array_elements_text(
      coalesce(led.payload -> 'unitIds', begun.payload #> '{input,leadUnitIds}')))::uuid[] as ids) leads
    cross join lateral (select case life.type when 'DRAFTED' then 'drafted' when 'CONFIRMED' then 'confirmed'
        when 'DISPATCHED' then 'dispatched' when 'DISPUTED' then 'disputed' when 'DISPUTE_RESOLVED' then 'dispatched'
        when 'CLOSURE_REQUESTED' then 'closing' when 'CLOSED_WITH_YEAR' then 'closed' when 'SUSPENDED' then 'suspended'
        when 'GATE_PASSED' then case life.payload ->> 'gate' when 'approval' then 'closed' else 'closing' end
        when 'WITHDRAWN' then 'withdrawn' when 'SPLIT' then 'withdrawn' when 'MERGED' then 'withdrawn'
        when 'SIGNED' then case when (select count(distinct e.payload ->> 'unitId') from event e
            where e.jurisdiction_id = t.jurisdiction_id and e.subject_kind = 'task' and e.subject_id = t.id and e.at <= cp.at
              and e.type = 'SIGNED') < cardinality(leads.ids) then 'dispatched' else 'inProgress' end
        else 'inProgress' end as state) s
    cross join lateral (select
        coalesce((moved.payload ->> 'deadlineOn')::date, (begun.payload #>> '{input,deadlineOn}')::date) as deadline, moved.seq
      from (select 1) one left join lateral ${last(`'EXTENDED','CARRIED_OVER'`)} moved on true) d
    left join lateral ${last(`'DEADLINE_PASSED'`)} past on true
    left join lateral ${last(`'BLOCKED','UNBLOCKED','BLOCKAGE_LIFTED','BLOCKAGE_CONTESTED'`)} blocked on true
    cross join lateral (select min(progress) filter (where progress is not null) as progress,
        floor(round(max(lag), 2) * 10 + 0.5) / 10 as lag, bool_or(progress is not null) as is_known
      from unnest(leads.ids) u left join lateral (
        select coalesce((n.payload ->> 'progress')::numeric, 0) as progress,
          (r.payload ->> 'expected')::numeric - (n.payload ->> 'progress')::numeric as lag
        from ${lastSaid(`'PROGRESS_REPORTED'`)} r cross join ${lastSaid(`'PROGRESS_REPORTED','FIGURE_CORRECTED'`)} n) r on true) said
  where t.plan_id = $PLAN`;
