import type { CivilDate, Instant } from '#calendar';
import { json, type Transaction } from '../transaction.js';

/** A unit as it is printed beside a task of the record. */
export interface PrintedUnit {
  unitId: string;
  name: string;
  desk: string;
  printed: string;
}

export interface RecordedIndicator {
  position: number;
  name: string;
  comparator: string;
  value: number;
  upper: number | null;
  unit: string;
  per: string | null;
}

/** A task of the record, and what the texts so far said of it where the record has gone on since. */
export interface RunningTaskRow {
  id: string;
  code: string;
  action_id: string;
  section: string;
  number: string;
  title: string;
  title_is_label: boolean;
  text: string | null;
  place: Record<string, unknown>;
  state: string;
  /** Where it comes from; of a split or merge, with the tasks that it takes the place of. */
  origin: { kind: string; taskIds?: string[] };
  deadline_on: CivilDate;
  deadline_inferred: boolean;
  leads: PrintedUnit[];
  supports: PrintedUnit[];
  indicators: RecordedIndicator[];
  /** The lead units of the last text that names them; a person may have put others in their place since. */
  said_leads: { unitId: string; name: string }[];
  /** The date of the last text that sets one, before any extension. */
  said_deadline_on: CivilDate;
  /** The highest position of an indicator that a report gave a reading for. */
  read_position: number;
}

const UNITS = (kind: 'lead' | 'support'): string =>
  `coalesce((select jsonb_agg(jsonb_build_object('unitId', u.id, 'name', u.name, 'desk', r.desk, 'printed', r.printed_name)
       order by r.position, r.desk)
     from responsibility r join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
     where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id and r.kind = '${kind}'), '[]')`;

/** All tasks of a plan that there ever were, by their codes. */
export function runningTasks(tx: Transaction, planId: string): Promise<RunningTaskRow[]> {
  return tx.query<RunningTaskRow>(
    `select t.id, t.code, t.action_id, coalesce(t.section, '') as section, coalesce(t.number, '') as number, t.title,
       t.title_is_label, t.text, t.place, t.state, t.origin, t.deadline_on, t.deadline_inferred,
       ${UNITS('lead')} as leads, ${UNITS('support')} as supports,
       coalesce((select jsonb_agg(jsonb_build_object('position', i.position, 'name', i.name, 'comparator', i.comparator,
           'value', i.value, 'upper', i.upper, 'unit', i.unit, 'per', i.per) order by i.position)
         from indicator i where i.jurisdiction_id = t.jurisdiction_id and i.task_id = t.id), '[]') as indicators,
       coalesce((select jsonb_agg(jsonb_build_object('unitId', u.id, 'name', u.name) order by said.at)
         from jsonb_array_elements_text(leads.ids) with ordinality said (id, at)
         join unit u on u.jurisdiction_id = t.jurisdiction_id and u.id = said.id::uuid), '[]') as said_leads,
       coalesce(deadlines.said, t.original_deadline_on::text) as said_deadline_on,
       coalesce((select max((reading.value ->> 'position')::int) from progress_report p
         cross join jsonb_array_elements(p.readings) reading
         where p.jurisdiction_id = t.jurisdiction_id and p.task_id = t.id), -1) as read_position
     from task t
       left join lateral (
         select coalesce(e.payload -> 'leadUnitIds', e.payload #> '{input,leadUnitIds}') as ids from event e
         where e.jurisdiction_id = t.jurisdiction_id and e.subject_kind = 'task' and e.subject_id = t.id
           and (e.type = 'DRAFTED' or e.type = 'AMENDED' and e.payload ? 'leadUnitIds')
         order by e.seq desc limit 1) leads on true
       left join lateral (
         select coalesce(e.payload ->> 'deadlineOn', e.payload #>> '{input,deadlineOn}') as said from event e
         where e.jurisdiction_id = t.jurisdiction_id and e.subject_kind = 'task' and e.subject_id = t.id
           and (e.type = 'DRAFTED' or e.type = 'AMENDED' and e.payload ? 'deadlineOn')
         order by e.seq desc limit 1) deadlines on true
     where t.jurisdiction_id = $1 and t.plan_id = $2 order by t.code`,
    [tx.scope.jurisdictionId, planId],
  );
}

export interface RunningPlanRow {
  id: string;
  code: string;
  title: string;
  document_number: string | null;
  issued_by: string | null;
  issued_on: CivilDate | null;
  year: number;
  source_hash: string | null;
  source_text: string | null;
  policy_version: number;
  /** Number of the text in force, 1 for the first. */
  revision: number;
  /** The tasks that stand in it; null: it is the first one, and all do. */
  task_ids: string[] | null;
}

/** A plan with its text in force; null where there is none. @param lock held to the end of the transaction */
export async function runningPlan(
  tx: Transaction,
  planId: string,
  lock: boolean,
): Promise<RunningPlanRow | null> {
  const [row] = await tx.query<RunningPlanRow>(
    `select p.id, p.code, p.title, p.document_number, p.issued_by, p.issued_on, p.year, p.source_hash, p.source_text,
       p.policy_version, coalesce(r.number, 1) as revision, r.task_ids
     from plan p left join lateral (
       select v.number, (select jsonb_agg(stands.value ->> 'taskId') from jsonb_array_elements(v.places) stands) as task_ids
       from plan_revision v where v.jurisdiction_id = p.jurisdiction_id and v.plan_id = p.id
       order by v.number desc limit 1) r on true
     where p.jurisdiction_id = $1 and p.id = $2 ${lock ? 'for update of p' : ''}`,
    [tx.scope.jurisdictionId, planId],
  );
  return row ?? null;
}

export interface RunningActionRow {
  id: string;
  code: string;
  number: string;
  name: string;
  position: number;
}

export function runningActions(tx: Transaction, planId: string): Promise<RunningActionRow[]> {
  return tx.query<RunningActionRow>(
    `select id, code, coalesce(number, '') as number, name, position from action
     where jurisdiction_id = $1 and plan_id = $2 order by position`,
    [tx.scope.jurisdictionId, planId],
  );
}

export interface AmendmentPair {
  draftTaskId: string;
  taskId: string | null;
}

export function amendmentPairs(tx: Transaction, reviewId: string): Promise<AmendmentPair[]> {
  return tx.query<AmendmentPair>(
    `select draft_task_id as "draftTaskId", task_id as "taskId" from amendment_pair
     where jurisdiction_id = $1 and review_id = $2 order by said_at, draft_task_id`,
    [tx.scope.jurisdictionId, reviewId],
  );
}

export async function sayPairs(
  tx: Transaction,
  reviewId: string,
  pairs: readonly AmendmentPair[],
  at: Instant,
  by: string | null,
): Promise<void> {
  await tx.execute(
    `insert into amendment_pair (jurisdiction_id, review_id, draft_task_id, task_id, said_at, said_by)
     select $2, $3, w."draftTaskId", w."taskId", $4, $5
     from jsonb_to_recordset($1::jsonb) as w ("draftTaskId" uuid, "taskId" uuid)
     on conflict (jurisdiction_id, review_id, draft_task_id)
       do update set task_id = excluded.task_id, said_at = excluded.said_at, said_by = excluded.said_by`,
    [json(pairs), tx.scope.jurisdictionId, reviewId, at, by],
  );
}

export interface AmendmentDecision {
  itemKey: string;
  /** Fingerprint of the difference that was decided on. */
  content: string;
  decision: 'approved' | 'rejected';
  reason: string | null;
}

export function amendmentDecisions(tx: Transaction, reviewId: string): Promise<AmendmentDecision[]> {
  return tx.query<AmendmentDecision>(
    `select item_key as "itemKey", content, decision, reason from amendment_decision
     where jurisdiction_id = $1 and review_id = $2`,
    [tx.scope.jurisdictionId, reviewId],
  );
}

/** Keeps what was decided; null takes a decision back. */
export async function decideItems(
  tx: Transaction,
  reviewId: string,
  items: readonly (Omit<AmendmentDecision, 'decision'> & {
    decision: AmendmentDecision['decision'] | null;
  })[],
  at: Instant,
  by: string | null,
): Promise<void> {
  const { jurisdictionId } = tx.scope;
  await tx.execute(
    'delete from amendment_decision where jurisdiction_id = $1 and review_id = $2 and item_key = any ($3::text[])',
    [jurisdictionId, reviewId, items.map(({ itemKey }) => itemKey)],
  );
  await tx.execute(
    `insert into amendment_decision (jurisdiction_id, review_id, item_key, content, decision, reason, decided_at, decided_by)
     select $2, $3, w."itemKey", w.content, w.decision, w.reason, $4, $5
     from jsonb_to_recordset($1::jsonb) as w ("itemKey" text, content text, decision text, reason text)
     where w.decision is not null`,
    [json(items), jurisdictionId, reviewId, at, by],
  );
}
