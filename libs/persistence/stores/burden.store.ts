import type { Instant } from '#calendar';
import type { Queryable, Transaction } from '../transaction.js';

/** What is asked of a unit in a stretch, by plan and kind. */
export interface AskedRow {
  unitId: string;
  planId: string | null;
  /** The kind of obligation, or `cardAnswer`. */
  kind: string;
  /** `taskReport`, or the duty of the policy by its name; null of answers. */
  duty: string | null;
  demands: number;
  /** Packages in which reports are handed in. */
  sittings: number;
  /** Indicators that the reports ask a reading of. */
  readings: number;
}

export interface AskedIn {
  from: Instant;
  /** Not included. */
  to: Instant;
  unitId: string | null;
  planId: string | null;
}

/**
 * Everything that falls due in a stretch: what is owed, of whatever kind, and notices to be answered. What was excused is
 * asked of nobody, and what a finer rhythm's report stands for is asked only once.
 */
export const askedOfUnits = (tx: Queryable, { from, to, unitId, planId }: AskedIn): Promise<AskedRow[]> =>
  tx.query<AskedRow>(
    `with readings as (select task_id, count(*) as n from indicator group by task_id)
     select o.unit_id as "unitId", o.plan_id as "planId", o.kind, o.duty, count(*)::int as demands,
       count(distinct o.sitting_id) filter (where o.kind = 'taskReport')::int as sittings,
       coalesce(sum(r.n) filter (where o.kind in ('taskReport', 'part', 'requestedReport')), 0)::int as readings
     from obligation o left join readings r on r.task_id = o.task_id
     where o.due_at >= $1 and o.due_at < $2 and o.state <> 'excused' and (o.snapshot -> 'context' ->> 'coveredBy') is null
       and ($3::uuid is null or o.unit_id = $3) and ($4::uuid is null or o.plan_id = $4)
     group by 1, 2, 3, 4
     union all
     select n.unit_id, n.plan_id, 'cardAnswer', null, count(distinct n.id)::int, 0, 0
     from deadline d
       join notice_member m on m.jurisdiction_id = d.jurisdiction_id and m.subject_kind = d.subject_kind
         and m.subject_id = d.subject_id and d.name = 'answer:' || m.generation || ':' || m.rung
       join notice n on n.jurisdiction_id = m.jurisdiction_id and n.id = m.notice_id
     where d.name like 'answer:%' and d.projected_at >= $1 and d.projected_at < $2
       and ($3::uuid is null or n.unit_id = $3) and ($4::uuid is null or n.plan_id = $4)
     group by 1, 2`,
    [from, to, unitId, planId],
  );

export interface DemandRow {
  kind: string;
  duty: string;
  planId: string;
  taskCode: string | null;
  title: string | null;
  period: string;
  dueAt: Instant;
  state: string;
}

/** The single things that are owed by one unit in a stretch. */
export const demandsOfUnit = (
  tx: Queryable,
  { from, to, unitId, planId }: AskedIn & { unitId: string },
): Promise<DemandRow[]> =>
  tx.query<DemandRow>(
    `select o.kind, o.duty, o.plan_id as "planId", t.code as "taskCode", t.title, o.period, o.due_at as "dueAt", o.state
     from obligation o left join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
     where o.due_at >= $1 and o.due_at < $2 and o.unit_id = $3 and o.state <> 'excused'
       and (o.snapshot -> 'context' ->> 'coveredBy') is null and ($4::uuid is null or o.plan_id = $4)
     order by o.due_at, t.code nulls last, o.duty, o.id`,
    [from, to, unitId, planId],
  );

/** Flags of months that are over: whoever was over the cap then is to be looked at no longer. */
export const settleBurdenAlerts = (tx: Transaction, month: string, at: Instant): Promise<number> =>
  tx.execute(
    `update alert set state = 'settled', settled_at = $3 where jurisdiction_id = $1 and kind = 'burden' and state = 'open'
       and split_part(idempotency_key, '/', 2) < $2`,
    [tx.scope.jurisdictionId, month, at],
  );
