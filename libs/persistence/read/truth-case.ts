import type { Finding } from '#accountability';
import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

/** A running task of a plan and one of its lead units, that is not being verified already. */
export interface AccountRow {
  task_id: string;
  code: string;
  title: string;
  unit_id: string;
  unit_code: string;
  unit_name: string;
  /** When the closure was asked for, and the event that says so; null: it was not. */
  closure_at: Instant | null;
  closure_seq: number | null;
}

/** One statement a fact, of a whole plan at once: a plan of 149 tasks takes seven statements, not a thousand. */
export const listAccounts = (tx: Transaction, planId: string): Promise<AccountRow[]> =>
  tx.query<AccountRow>(
    `select t.id as task_id, t.code, t.title, u.id as unit_id, u.code as unit_code, u.name as unit_name,
       closure.at as closure_at, closure.seq as closure_seq
     from task t
       join responsibility r on r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.kind = 'lead'
       join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
       left join lateral (select e.at, e.seq from event e where e.jurisdiction_id = t.jurisdiction_id
           and e.subject_kind = 'task' and e.subject_id = t.id and e.type = 'CLOSURE_REQUESTED'
         order by e.seq desc limit 1) closure on t.state like 'closing%'
     where t.jurisdiction_id = $1 and t.plan_id = $2
       and (t.state in ('dispatched', 'inProgress') or t.state like 'closing%')
       and not exists (select 1 from verification v where v.jurisdiction_id = t.jurisdiction_id and v.task_id = t.id
         and v.unit_id = u.id and v.state = 'open')
     order by t.code, u.code`,
    [tx.scope.jurisdictionId, planId],
  );

export interface AccountReportRow {
  id: string;
  obligation_id: string;
  task_id: string;
  unit_id: string;
  period: string;
  filed_at: Instant;
  due_at: Instant;
  progress: number;
  expected: number | null;
  no_change: boolean;
  done: string;
  readings: { position: number; value: number }[];
}

/** What was filed on the tasks of a plan and stands: of each thing owed the last revision, unless it was returned. Oldest first. */
export const listAccountReports = (tx: Transaction, planId: string): Promise<AccountReportRow[]> =>
  tx.query<AccountReportRow>(
    `select r.id, o.id as obligation_id, o.task_id, o.unit_id, o.period, r.filed_at, o.due_at, r.progress,
       (filed.payload ->> 'expected')::numeric as expected, r.no_change, r.done, r.readings
     from obligation o
       join lateral (select * from progress_report r where r.jurisdiction_id = o.jurisdiction_id and r.obligation_id = o.id
         order by r.revision desc limit 1) r on true
       left join lateral (select e.payload from event e where e.jurisdiction_id = o.jurisdiction_id
           and e.subject_kind = 'obligation' and e.subject_id = o.id and e.type = 'REPORT_FILED'
         order by e.seq desc limit 1) filed on true
     where o.jurisdiction_id = $1 and o.plan_id = $2 and o.task_id is not null and o.state in ('submitted', 'accepted')
     order by r.filed_at, o.due_at`,
    [tx.scope.jurisdictionId, planId],
  );

export interface PlanIndicatorRow {
  task_id: string;
  position: number;
  name: string;
  comparator: string;
  value: number;
  upper: number | null;
  unit: string;
}

export const listPlanIndicators = (tx: Transaction, planId: string): Promise<PlanIndicatorRow[]> =>
  tx.query<PlanIndicatorRow>(
    `select i.task_id, i.position, i.name, i.comparator, i.value, i.upper, i.unit
     from indicator i join task t on t.jurisdiction_id = i.jurisdiction_id and t.id = i.task_id
     where i.jurisdiction_id = $1 and t.plan_id = $2 order by i.task_id, i.position`,
    [tx.scope.jurisdictionId, planId],
  );

export interface AccountPartRow {
  id: string;
  task_id: string;
  /** Who asked for it. */
  lead_unit_id: string;
  unit_name: string;
  filed: boolean;
  /** Percent of the part; null: not given, or given without a figure. */
  progress: number | null;
}

/** Of each part that lead units asked for, the last one that was due by then, or was given. */
export const listAccountParts = (tx: Transaction, planId: string, at: Instant): Promise<AccountPartRow[]> =>
  tx.query<AccountPartRow>(
    `select distinct on (o.task_id, o.asked_by_unit_id, o.unit_id) o.id, o.task_id, o.asked_by_unit_id as lead_unit_id,
       u.name as unit_name, d.body is not null as filed,
       case when jsonb_typeof(d.body -> 'progress') = 'number' then (d.body ->> 'progress')::numeric end as progress
     from obligation o
       join unit u on u.jurisdiction_id = o.jurisdiction_id and u.id = o.unit_id
       left join lateral (select d.body from duty_record d where d.jurisdiction_id = o.jurisdiction_id and d.obligation_id = o.id
         order by d.revision desc limit 1) d on true
     where o.jurisdiction_id = $1 and o.plan_id = $2 and o.kind = 'part' and o.task_id is not null
       and o.asked_by_unit_id is not null and o.state <> 'excused' and (o.due_at < $3 or d.body is not null)
     order by o.task_id, o.asked_by_unit_id, o.unit_id, o.due_at desc`,
    [tx.scope.jurisdictionId, planId, at],
  );

export interface FindingRow {
  /** The verification; of a closure's gate the task, whose event `seq` says it. */
  id: string;
  seq: number | null;
  task_id: string;
  unit_id: string;
  finding: Finding;
  found_at: Instant;
}

/**
 * Everything that was ever found of these units, of whatever plan, by a verification on the spot or at the closure's
 * gate; oldest first.
 */
export const listFindings = (tx: Transaction, unitIds: readonly string[]): Promise<FindingRow[]> =>
  tx.query<FindingRow>(
    `select id, null::int as seq, task_id, unit_id, finding, found_at from verification
     where jurisdiction_id = $1 and unit_id = any($2::uuid[]) and state = 'found'
     union all
     select e.subject_id, e.seq, e.subject_id, r.unit_id, case e.type when 'GATE_PASSED' then 'true' else 'untrue' end, e.at
     from responsibility r
       join event e on e.jurisdiction_id = r.jurisdiction_id and e.subject_kind = 'task' and e.subject_id = r.task_id
     where r.jurisdiction_id = $1 and r.kind = 'lead' and r.unit_id = any($2::uuid[])
       and (e.type = 'CLOSURE_RETURNED' and e.payload ->> 'untrue' = 'true'
         or e.type = 'GATE_PASSED' and e.payload ->> 'gate' = 'verification')
     order by found_at`,
    [tx.scope.jurisdictionId, unitIds],
  );
