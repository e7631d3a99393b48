import type { Transaction } from '../transaction.js';

/** Gives a person's feed another secret; the former address is dead from now on. */
export const putFeed = (tx: Transaction, personId: string, tokenHash: string, at: string): Promise<number> =>
  tx.execute(
    `insert into calendar_feed (jurisdiction_id, person_id, token_hash, made_at) values ($1, $2, $3, $4)
     on conflict (jurisdiction_id, person_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at,
       read_at = null`,
    [tx.scope.jurisdictionId, personId, tokenHash, at],
  );

export const endFeed = (tx: Transaction, personId: string): Promise<number> =>
  tx.execute('delete from calendar_feed where jurisdiction_id = $1 and person_id = $2', [
    tx.scope.jurisdictionId,
    personId,
  ]);

export const markFeedRead = (tx: Transaction, personId: string, at: string): Promise<number> =>
  tx.execute('update calendar_feed set read_at = $3 where jurisdiction_id = $1 and person_id = $2', [
    tx.scope.jurisdictionId,
    personId,
    at,
  ]);

export interface DueDate {
  /** Stays the same while the thing does: calendar programmes move an entry instead of doubling it. */
  key: string;
  kind: 'sitting' | 'duty' | 'task';
  title: string;
  at: string;
  /** How many tasks or items it holds. */
  count: number;
  settled: boolean;
}

/**
 * What a unit owes from a day on: its sittings with their due times, what else it owes, and the deadlines of the tasks
 * that it leads.
 */
export const dueDatesOf = (tx: Transaction, unitId: string, from: string): Promise<DueDate[]> =>
  tx.query(
    `select 'sitting/' || s.id as key, case when s.duty = 'taskReport' then 'sitting' else 'duty' end as kind,
       p.title || ' ' || s.period as title, s.due_at as at, count(o.id)::int as count,
       bool_and(o.state not in ('scheduled', 'open', 'returned')) as settled
     from sitting s join plan p on p.jurisdiction_id = $1 and p.id = s.plan_id
       join obligation o on o.jurisdiction_id = $1 and o.sitting_id = s.id and o.state <> 'excused'
     where s.jurisdiction_id = $1 and s.unit_id = $2 and s.due_at >= $3
     group by s.id, s.duty, s.period, s.due_at, p.title
     union all
     select 'obligation/' || o.id, 'duty', t.code || ' ' || t.title, o.due_at, 1,
       o.state not in ('scheduled', 'open', 'returned')
     from obligation o join task t on t.jurisdiction_id = $1 and t.id = o.task_id
     where o.jurisdiction_id = $1 and o.unit_id = $2 and o.sitting_id is null and o.due_at >= $3 and o.state <> 'excused'
     union all
     select 'task/' || t.id, 'task', t.code || ' ' || t.title, d.projected_at, 1, false
     from responsibility r join task t on t.jurisdiction_id = $1 and t.id = r.task_id
       join deadline d on d.jurisdiction_id = $1 and d.subject_kind = 'task' and d.subject_id = t.id
         and d.name = 'taskDeadline' and d.state = 'armed'
     where r.jurisdiction_id = $1 and r.unit_id = $2 and r.kind = 'lead' and d.projected_at >= $3
     order by 4, 1`,
    [tx.scope.jurisdictionId, unitId, from],
  );
