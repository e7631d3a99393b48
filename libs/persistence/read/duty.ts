import type { Role } from '#accountability';
import type { CivilDate, Instant } from '#calendar';
import type { ListSource } from '../lists/list-source.js';
import type { Transaction } from '../transaction.js';

/** Something owed besides the reports on tasks, as its desk lists it. */
export interface DutyRow {
  id: string;
  kind: 'ledger' | 'meeting' | 'bulletin' | 'review' | 'assessment' | 'part' | 'requestedReport';
  /** The duty of the policy by its name. */
  duty: string;
  /** As the policy names it: 专班旬台账. */
  label: string;
  plan_id: string;
  plan_code: string;
  plan_title: string;
  action_code: string | null;
  action_name: string | null;
  task_id: string | null;
  task_code: string | null;
  task_title: string | null;
  unit_id: string;
  unit_name: string;
  asked_by_unit_id: string | null;
  asked_by_unit_name: string | null;
  sitting_id: string | null;
  period: string;
  period_start: CivilDate | null;
  period_end: CivilDate | null;
  opens_at: Instant | null;
  due_at: Instant;
  state: string;
  version: number;
  late: boolean;
  revision: number;
  returns: number;
  accepted_silently: boolean;
  owed_by: Role[];
  accepted_by: Role[];
  /** Of a part: what was asked for; of a request: what is wanted. */
  words: string | null;
  /** Of a request: the person who approved its short notice. */
  approved_by: string | null;
  return_reason: string | null;
  /** When silence will count as acceptance. */
  silent_at: Instant | null;
  /** The record that stands, where something was filed. */
  record_id: string | null;
  record: unknown;
  filed_by: string | null;
  filed_by_name: string | null;
  filed_at: Instant | null;
}

const COLUMNS = `o.id, o.kind, o.duty,
    coalesce((select d->>'label' from jsonb_array_elements(v.body->'duties') d where d->>'name' = o.duty limit 1), '临时报送') as label,
    o.plan_id, p.code as plan_code, p.title as plan_title, a.code as action_code, a.name as action_name,
    t.id as task_id, t.code as task_code, t.title as task_title, o.unit_id, u.name as unit_name,
    o.asked_by_unit_id, asker.name as asked_by_unit_name, o.sitting_id, o.period, s.period_start, s.period_end,
    s.opens_at, o.due_at, o.state, o.version, coalesce((o.snapshot #>> '{context,late}')::boolean, false) as late,
    (o.snapshot #>> '{context,revision}')::int as revision, (o.snapshot #>> '{context,returns}')::int as returns,
    coalesce((o.snapshot #>> '{context,acceptedSilently}')::boolean, false) as accepted_silently,
    o.snapshot #> '{context,owedBy}' as owed_by, o.snapshot #> '{context,acceptedBy}' as accepted_by,
    coalesce(o.snapshot #>> '{context,request,words}', q.words) as words,
    o.snapshot #>> '{context,request,approvedBy}' as approved_by,
    case when o.state = 'returned' then (select e.payload ->> 'reason' from event e
      where e.jurisdiction_id = o.jurisdiction_id and e.subject_kind = 'obligation' and e.subject_id = o.id
        and e.type = 'REPORT_RETURNED' order by e.seq desc limit 1) end as return_reason,
    silent.projected_at as silent_at, r.id as record_id, r.body as record, r.filed_by, f.name as filed_by_name, r.filed_at`;
/** What the order of a list needs. */
const PLACE = `
    join unit u on u.jurisdiction_id = o.jurisdiction_id and u.id = o.unit_id
    left join task t on t.jurisdiction_id = o.jurisdiction_id and t.id = o.task_id
    left join action a on a.jurisdiction_id = o.jurisdiction_id and a.id = coalesce(o.action_id, t.action_id)`;
const JOINS = `
    join plan p on p.jurisdiction_id = o.jurisdiction_id and p.id = o.plan_id
    left join unit asker on asker.jurisdiction_id = o.jurisdiction_id and asker.id = o.asked_by_unit_id
    left join policy_version v on v.jurisdiction_id = o.jurisdiction_id and v.version = o.policy_version
    left join sitting s on s.jurisdiction_id = o.jurisdiction_id and s.id = o.sitting_id
    left join part_request q on q.jurisdiction_id = o.jurisdiction_id and q.id::text = o.snapshot #>> '{context,itemId}'
    left join deadline silent on silent.jurisdiction_id = o.jurisdiction_id and silent.subject_kind = 'obligation'
      and silent.subject_id = o.id and silent.name = 'silentAcceptance' and silent.state = 'armed'
    left join lateral (select * from duty_record r where r.jurisdiction_id = o.jurisdiction_id and r.obligation_id = o.id
      order by r.revision desc limit 1) r on true
    left join person f on f.jurisdiction_id = r.jurisdiction_id and f.id = r.filed_by`;
const DUTY = `select ${COLUMNS} from obligation o ${PLACE} ${JOINS} where o.jurisdiction_id = $1 and o.kind <> 'taskReport'`;

const STATES: Readonly<Record<string, string>> = {
  open: "o.state in ('scheduled', 'open', 'submitted', 'returned')",
  done: "o.state in ('accepted', 'missed', 'excused')",
};

/** What is owed besides the reports, as a list reads it: DutyRow. */
export const DUTIES: ListSource = {
  table: 'obligation',
  alias: 'o',
  base: PLACE,
  where: "o.kind <> 'taskReport'",
  columns: COLUMNS,
  joins: JOINS,
  conditions: {
    unit: (unit, param) => {
      const id = `${param(unit)}::uuid`;
      return `(o.unit_id = ${id} or o.asked_by_unit_id = ${id})`;
    },
    status: (status) => STATES[String(status)] ?? 'false',
  },
};

export interface DutyFilter {
  planId?: string | undefined;
  taskId?: string | undefined;
  unitId?: string | undefined;
  kinds?: readonly string[] | undefined;
  states?: readonly string[] | undefined;
  limit: number;
}

/** What is owed besides the reports: what is due soonest first. */
export const listDuties = (tx: Transaction, filter: DutyFilter): Promise<DutyRow[]> =>
  tx.query<DutyRow>(
    `${DUTY} and ($2::uuid is null or o.plan_id = $2) and ($3::uuid is null or o.task_id = $3)
       and ($4::uuid is null or o.unit_id = $4 or o.asked_by_unit_id = $4) and ($5::text[] is null or o.kind = any($5))
       and ($6::text[] is null or o.state = any($6))
     order by o.due_at, o.duty, a.position nulls first, t.code, u.name limit $7`,
    [
      tx.scope.jurisdictionId,
      filter.planId,
      filter.taskId,
      filter.unitId,
      filter.kinds,
      filter.states,
      filter.limit,
    ],
  );

export async function readDuty(tx: Transaction, obligationId: string): Promise<DutyRow | null> {
  const [row] = await tx.query<DutyRow>(`${DUTY} and o.id = $2`, [tx.scope.jurisdictionId, obligationId]);
  return row ?? null;
}

/** A part that a supporting unit has given to a lead unit, as the lead's form begins with it. */
export interface PartGivenRow {
  obligation_id: string;
  task_id: string;
  unit_id: string;
  unit_name: string;
  period: string;
  state: string;
  version: number;
  text: string;
  readings: { position: number; value: number }[];
  evidence: string[];
  filed_at: Instant;
}

/** For each task of a sitting the latest part that every supporting unit has given to the unit that files. */
export const listPartsGiven = (tx: Transaction, sittingId: string): Promise<PartGivenRow[]> =>
  tx.query<PartGivenRow>(
    `select distinct on (part.task_id, part.unit_id) part.id as obligation_id, part.task_id, part.unit_id,
       u.name as unit_name, part.period, part.state, part.version, r.body->>'text' as text, r.body->'readings' as readings,
       r.body->'evidence' as evidence, r.filed_at
     from obligation whole
       join obligation part on part.jurisdiction_id = whole.jurisdiction_id and part.task_id = whole.task_id
         and part.kind = 'part' and part.asked_by_unit_id = whole.unit_id and part.state in ('submitted', 'accepted')
       join unit u on u.jurisdiction_id = part.jurisdiction_id and u.id = part.unit_id
       join duty_record r on r.jurisdiction_id = part.jurisdiction_id and r.obligation_id = part.id
     where whole.jurisdiction_id = $1 and whole.sitting_id = $2
     order by part.task_id, part.unit_id, part.due_at desc, r.revision desc`,
    [tx.scope.jurisdictionId, sittingId],
  );

export interface PartRequestRow {
  id: string;
  task_id: string;
  unit_id: string;
  unit_name: string;
  asked_by_unit_id: string;
  asked_by_unit_name: string;
  cadence: string;
  once: boolean;
  words: string;
  asked_at: Instant;
  withdrawn_at: Instant | null;
}

/** What was asked for on a task, the latest first. */
export const listPartRequests = (tx: Transaction, taskId: string): Promise<PartRequestRow[]> =>
  tx.query<PartRequestRow>(
    `select q.id, q.task_id, q.unit_id, u.name as unit_name, q.asked_by_unit_id, asker.name as asked_by_unit_name, q.cadence,
       q.once, q.words, q.asked_at, q.withdrawn_at
     from part_request q join unit u on u.jurisdiction_id = q.jurisdiction_id and u.id = q.unit_id
       join unit asker on asker.jurisdiction_id = q.jurisdiction_id and asker.id = q.asked_by_unit_id
     where q.jurisdiction_id = $1 and q.task_id = $2 order by q.asked_at desc, q.id`,
    [tx.scope.jurisdictionId, taskId],
  );
