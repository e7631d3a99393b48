import type { Instant } from '#calendar';
import type { NoticeKind } from '#accountability';
import type { Transaction } from '#persistence';
import type { FilingOutcome } from '#products';

export interface Stretch {
  planId: string;
  from: Instant;
  /** What fell due up to then … */
  to: Instant;
  /** … as it was known at this instant. */
  asOf: Instant;
}

export interface FilingRow {
  id: string;
  taskId: string;
  unitId: string;
  dueAt: Instant;
  outcome: FilingOutcome;
  filedAt: Instant | null;
}

/**
 * Reports that fell due in a stretch, as far as was known: the first filing counts, a report that a finer one stands for
 * is not counted again, and what was excused is not owed: neither what had not been filed when its task was closed, nor what was
 * returned before or after that. That a filing was late is said at that filing and stays so,
 * whatever a later calendar makes of its due time.
 */
export const filingRows = (tx: Transaction, { planId, from, to, asOf }: Stretch): Promise<FilingRow[]> =>
  tx.query<FilingRow>(
    `select o.id, o.task_id as "taskId", o.unit_id as "unitId", o.due_at as "dueAt", e.filed_at as "filedAt",
       case when e.filed_at is not null then
           case when (o.snapshot -> 'context' ->> 'late')::boolean then 'late' else 'onTime' end
         when e.next_due then 'missed' else 'silent' end as outcome
     from obligation o join lateral (
         select min(at) filter (where type = 'REPORT_FILED') as filed_at, bool_or(type = 'NEXT_PERIOD_DUE') as next_due,
           bool_or(type = 'COVERED') as covered,
           -- F filed, R returned, X excused, K excused but for what is filed: in their order
           coalesce(string_agg(case when type = 'REPORT_FILED' then 'F' when type = 'REPORT_RETURNED' then 'R'
             when type = 'EXCUSED' then case when (payload ->> 'keepsFiled')::boolean then 'K' else 'X' end end, '' order by seq), '') as course
         from event e where e.jurisdiction_id = o.jurisdiction_id and e.subject_kind = 'obligation' and e.subject_id = o.id
           and e.at <= $4) e on true
     where o.plan_id = $1 and o.kind = 'taskReport' and o.due_at >= $2 and o.due_at <= $3 and o.due_at <= $4
       and not coalesce(e.covered, false) and e.course !~ 'X|(^|R)K|K.*R'
     order by o.due_at, o.id`,
    [planId, from, to, asOf],
  );

export interface CardRow {
  id: string;
  unitId: string;
  level: string;
  paper: NoticeKind;
  number: string | null;
  title: string;
  issuedAt: Instant;
  rescindedAt: Instant | null;
  taskIds: string[];
}

/** Notices that were issued under a level in a stretch, with the tasks that they speak of. */
export const cardRows = (tx: Transaction, { planId, from, asOf }: Stretch): Promise<CardRow[]> =>
  tx.query<CardRow>(
    `select n.id, n.unit_id as "unitId", n.colour as level, n.kind as paper, n.number, n.title, n.issued_at as "issuedAt",
       case when n.rescinded_at <= $3 then n.rescinded_at end as "rescindedAt",
       (select coalesce(jsonb_agg(t.id order by t.code), '[]') from task t
        where t.jurisdiction_id = n.jurisdiction_id and t.plan_id = n.plan_id
          and (t.id in (select m.subject_id from notice_member m where m.jurisdiction_id = n.jurisdiction_id
                and m.notice_id = n.id and m.subject_kind = 'task')
            or t.code in (select said ->> 'code' from jsonb_array_elements(n.facts -> 'tasks') said))) as "taskIds"
     from notice n
     where n.plan_id = $1 and n.colour is not null and n.issued_at >= $2 and n.issued_at <= $3
     order by n.issued_at, n.id`,
    [planId, from, asOf],
  );

export interface FindingRow {
  id: string;
  taskId: string;
  unitId: string;
  finding: 'true' | 'partlyTrue' | 'untrue';
  words: string;
  foundAt: Instant;
  done: string;
  corrected: boolean;
}

/** Everything that verification had found by an instant. */
export const findingRows = (tx: Transaction, planId: string, asOf: Instant): Promise<FindingRow[]> =>
  tx.query<FindingRow>(
    `select v.id, v.task_id as "taskId", v.unit_id as "unitId", v.finding, coalesce(v.words, '') as words,
       v.found_at as "foundAt", coalesce(r.done, '') as done, coalesce(v.corrected_at <= $2, false) as corrected
     from verification v
       left join progress_report r on r.jurisdiction_id = v.jurisdiction_id and r.id = v.report_id
     where v.plan_id = $1 and v.found_at <= $2 order by v.found_at, v.id`,
    [planId, asOf],
  );

export interface MeetingRow {
  id: string;
  actionId: string;
  dueAt: Instant;
  held: boolean;
}

/** The dispatch meetings that were owed in a stretch, and whether they had been held. */
export const meetingRows = (tx: Transaction, { planId, from, to, asOf }: Stretch): Promise<MeetingRow[]> =>
  tx.query<MeetingRow>(
    `select o.id, o.action_id as "actionId", o.due_at as "dueAt", coalesce(e.held, false) as held
     from obligation o join lateral (
         select bool_or(type = 'DUTY_FULFILLED') as held, bool_or(type = 'EXCUSED') as excused
         from event e where e.jurisdiction_id = o.jurisdiction_id and e.subject_kind = 'obligation' and e.subject_id = o.id
           and e.at <= $4) e on true
     where o.plan_id = $1 and o.kind = 'meeting' and o.action_id is not null and o.due_at >= $2 and o.due_at <= $3
       and o.due_at <= $4 and (coalesce(e.held, false) or not coalesce(e.excused, false))
     order by o.due_at, o.id`,
    [planId, from, to, asOf],
  );

export interface SaidRow {
  taskId: string;
  done: string;
  problems: string;
  nextSteps: string;
}

/** The words of the last report on each task by then. */
export const saidRows = (tx: Transaction, planId: string, asOf: Instant): Promise<SaidRow[]> =>
  tx.query<SaidRow>(
    `select distinct on (r.task_id) r.task_id as "taskId", r.done, r.problems, r.next_steps as "nextSteps"
     from progress_report r join task t on t.jurisdiction_id = r.jurisdiction_id and t.id = r.task_id
     where t.plan_id = $1 and r.filed_at <= $2 order by r.task_id, r.filed_at desc, r.revision desc, r.unit_id`,
    [planId, asOf],
  );

export interface HelpRow {
  taskId: string;
  unitId: string;
  words: string;
}

/** What each unit that reported on a task asked for last by then; a report of no change asks for what the one before it did. */
export const helpRows = (tx: Transaction, planId: string, asOf: Instant): Promise<HelpRow[]> =>
  tx.query<HelpRow>(
    `select h.task_id as "taskId", h.unit_id as "unitId", h.help_wanted as words from (
       select distinct on (r.task_id, r.unit_id) r.task_id, r.unit_id, r.help_wanted
       from progress_report r join task t on t.jurisdiction_id = r.jurisdiction_id and t.id = r.task_id
       where t.plan_id = $1 and r.filed_at <= $2 and (not r.no_change or r.help_wanted <> '')
       order by r.task_id, r.unit_id, r.filed_at desc, r.revision desc) h
     where h.help_wanted <> '' order by h.task_id, h.unit_id`,
    [planId, asOf],
  );

export interface IndicatorRow {
  taskId: string;
  position: number;
  name: string;
  comparator: string;
  value: number;
  upper: number | null;
  unit: string;
  /** The first and the last reading by then. */
  first: number | null;
  reading: number | null;
}

/** The indicators of a plan, each with its first and its last reading by then. */
export const indicatorRows = (tx: Transaction, planId: string, asOf: Instant): Promise<IndicatorRow[]> =>
  tx.query<IndicatorRow>(
    `select i.task_id as "taskId", i.position, i.name, i.comparator, i.value, i.upper, i.unit, w.first, w.value as reading
     from indicator i join task t on t.jurisdiction_id = i.jurisdiction_id and t.id = i.task_id
       left join (
         select distinct on (r.task_id, said ->> 'position') r.task_id, (said ->> 'position')::int as position,
           (said ->> 'value')::numeric as value,
           first_value((said ->> 'value')::numeric) over (
             partition by r.task_id, said ->> 'position' order by r.filed_at, r.revision) as first
         from progress_report r join task of on of.jurisdiction_id = r.jurisdiction_id and of.id = r.task_id
           cross join jsonb_array_elements(r.readings) said
         where of.plan_id = $1 and r.filed_at <= $2
         order by r.task_id, said ->> 'position', r.filed_at desc, r.revision desc) w
         on w.task_id = i.task_id and w.position = i.position
     where t.plan_id = $1 order by i.task_id, i.position`,
    [planId, asOf],
  );
