import type { Database } from '#persistence';

/**
 * The figures of a plan at an instant, counted by SQL of its own from events, rows of notices and findings: it shares
 * nothing with what it judges.
 */
export async function recounted(
  database: Database,
  jurisdictionId: string,
  { planId, from, at }: { planId: string; from: string; at: string },
): Promise<Record<string, number>> {
  const read = <T extends object>(sql: string): Promise<T[]> =>
    database.transaction({ jurisdictionId }, (tx) => tx.query<T>(sql, [planId, from, at]));
  const [tasks] = await read<Record<string, number>>(
    `with happened as (
       select e.* from event e join task t on t.jurisdiction_id = e.jurisdiction_id and t.id = e.subject_id
       where e.subject_kind = 'task' and t.plan_id = $1 and e.at <= $3 and $2::timestamptz is not null),
     life as (
       select distinct on (subject_id) subject_id, type, payload from happened
       where type in ('DRAFTED','CONFIRMED','DISPATCHED','DISPUTED','DISPUTE_RESOLVED','CLOSURE_REQUESTED','CLOSURE_RETURNED','GATE_PASSED',
         'CLOSED_WITH_YEAR','REOPENED','SUSPENDED','RESUMED','SUSPENSION_EXPIRED','WITHDRAWN','SPLIT','MERGED')
       order by subject_id, seq desc),
     stands as (
       select subject_id, case when type in ('DRAFTED','CONFIRMED') then 'undispatched'
         when type = 'CLOSED_WITH_YEAR' or (type = 'GATE_PASSED' and payload ->> 'gate' = 'approval') then 'closed'
         when type in ('WITHDRAWN','SPLIT','MERGED') then 'withdrawn' else 'running' end as state from life),
     said as (
       select distinct on (subject_id, payload ->> 'unitId') subject_id,
         (payload ->> 'expected')::numeric - (payload ->> 'progress')::numeric as lag
       from happened where type = 'PROGRESS_REPORTED' order by subject_id, payload ->> 'unitId', seq desc),
     lag as (select subject_id, max(lag) as lag from said group by subject_id)
     select count(*) filter (where state <> 'withdrawn')::int as "tasks.total",
       count(*) filter (where state = 'undispatched')::int as "tasks.undispatched",
       count(*) filter (where state = 'running')::int as "tasks.running",
       count(*) filter (where state = 'closed')::int as "tasks.closed",
       count(*) filter (where state = 'running' and lag >= 20)::int as "tasks.seriouslyBehind",
       count(*) filter (where state = 'running' and lag >= 10 and lag < 20)::int as "tasks.behind"
     from stands left join lag using (subject_id)`,
  );
  const [filings] = await read<Record<string, number>>(
    `with due as (
       select o.due_at, (select min(e.at) from event e where e.subject_kind = 'obligation' and e.subject_id = o.id
           and e.type = 'REPORT_FILED' and e.at <= $3) as filed
       from obligation o
       where o.plan_id = $1 and o.kind = 'taskReport' and o.due_at between $2 and $3
         and not exists (select 1 from event e where e.subject_kind = 'obligation' and e.subject_id = o.id
           and e.type in ('EXCUSED', 'COVERED') and e.at <= $3))
     select count(*)::int as "filings.due", count(*) filter (where filed <= due_at)::int as "filings.onTime",
       count(*) filter (where filed > due_at)::int as "filings.late", count(*) filter (where filed is null)::int as "filings.unfiled"
     from due`,
  );
  const [cards] = await read<Record<string, number>>(
    `select count(*) filter (where colour = 'blue')::int as "cards.blue", count(*) filter (where colour = 'yellow')::int as "cards.yellow",
       count(*) filter (where colour = 'red')::int as "cards.red" from notice
     where plan_id = $1 and issued_at between $2 and $3 and coalesce(rescinded_at > $3, true)`,
  );
  const [findings] = await read<Record<string, number>>(
    `select count(*) filter (where e.payload ->> 'finding' = 'true')::int as "findings.true",
       count(*) filter (where e.payload ->> 'finding' = 'untrue')::int as "findings.untrue"
     from event e join task t on t.id = e.subject_id
     where t.plan_id = $1 and e.type = 'VERIFICATION_FOUND' and e.at between $2 and $3`,
  );
  return { ...tasks, ...filings, ...cards, ...findings };
}

/** The same of each unit: what was due of it and how it came. */
export async function recountedUnits(
  database: Database,
  jurisdictionId: string,
  { planId, from, at }: { planId: string; from: string; at: string },
): Promise<{ unitId: string; due: number; unfiled: number; late: number }[]> {
  return database.transaction({ jurisdictionId }, (tx) =>
    tx.query(
      `with filed as (
         select subject_id, min(at) as at from event where subject_kind = 'obligation' and type = 'REPORT_FILED' and at <= $3 group by 1),
       gone as (
         select distinct subject_id from event where subject_kind = 'obligation' and type in ('EXCUSED', 'COVERED') and at <= $3)
       select o.unit_id as "unitId", count(*)::int as due, count(*) filter (where f.at is null)::int as unfiled,
         count(*) filter (where f.at > o.due_at)::int as late
       from obligation o left join filed f on f.subject_id = o.id
       where o.plan_id = $1 and o.kind = 'taskReport' and o.due_at between $2 and $3
         and o.id not in (select subject_id from gone) group by 1`,
      [planId, from, at],
    ),
  );
}
