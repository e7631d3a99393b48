import type { CivilDate, Instant } from '#calendar';
import { json, type Queryable, type Transaction } from '../transaction.js';

/** A recorded event, as far as scoring needs it. */
export interface ScoredEventRow {
  kind: string;
  id: string;
  seq: number;
  type: string;
  at: Instant;
  /** Null where the type says it all. */
  payload: Record<string, unknown> | null;
}

/** The subjects of one plan ($1), or of all. */
const OF_PLAN = `($1::uuid is null or e.subject_id in (
    select id from task where plan_id = $1 union all select id from obligation where plan_id = $1
    union all select id from reporting_line where plan_id = $1))`;

/** Events that say by their type alone what there is to say. */
const SAYS_ALL = `'DISPATCHED','SIGNING_OVERDUE','DEADLINE_PASSED','REPORT_ACCEPTED','REPORT_RETURNED','NEXT_PERIOD_DUE',
  'WITHDRAWN','SPLIT','MERGED','HANDOVER_DECREED','EXCUSED','COVERED','CLOSED_WITH_YEAR','DUTY_FULFILLED','REQUEST_EXPIRED'`;

/** So many events are held at once: what is read and let go again is gone before the memory grows for it. */
const AT_ONCE = 2_000;

/**
 * Every event up to an instant that says anything about a score, in one pass along the primary key: subject by subject, each
 * subject's in their order, handed over some thousands at a time. Texts of reports and reasons stay where they are. In a
 * transaction, of which the cursor is a part.
 */
export async function scoredEvents(
  tx: Transaction,
  { planId, to, types }: { planId: string | null; to: Instant; types: readonly string[] },
  take: (rows: readonly ScoredEventRow[]) => void,
): Promise<void> {
  await tx.query(
    `declare scored no scroll cursor for
     select e.subject_kind as kind, e.subject_id as id, e.seq, e.type, e.at,
       case when e.type in (${SAYS_ALL}) then null
         when e.type = 'REPORT_FILED' then jsonb_build_object('reportId', e.payload -> 'reportId')
         else e.payload - '{words,statement,reason,title,indicators,targets}'::text[] end as payload
     from event e where e.at <= $2 and e.type = any ($3::text[]) and ${OF_PLAN}
     order by e.jurisdiction_id, e.subject_kind, e.subject_id, e.seq`,
    [planId, to, types],
  );
  for (;;) {
    const rows = await tx.query<ScoredEventRow>(`fetch ${AT_ONCE} from scored`);
    take(rows);
    if (rows.length < AT_ONCE) break;
  }
  await tx.query('close scored');
}

export interface IssuedCardRow {
  noticeId: string;
  unitId: string;
  level: string;
  issuedAt: Instant;
  members: { kind: string; id: string; generation: number; rung: string }[];
}

/** Notices that were issued under a level, whatever became of them later, with the matters that each lists. */
export const issuedCards = (tx: Queryable, planId: string | null, to: Instant): Promise<IssuedCardRow[]> =>
  tx.query<IssuedCardRow>(
    `select n.id as "noticeId", n.unit_id as "unitId", n.colour as level, n.issued_at as "issuedAt",
       coalesce((select jsonb_agg(jsonb_build_object('kind', m.subject_kind, 'id', m.subject_id, 'generation', m.generation,
           'rung', m.rung) order by m.subject_kind, m.subject_id, m.generation)
         from notice_member m where m.jurisdiction_id = n.jurisdiction_id and m.notice_id = n.id and m.state <> 'cancelled'),
         jsonb_build_array(jsonb_build_object('kind', n.subject_kind, 'id', n.subject_id, 'generation', n.generation,
           'rung', n.rung))) as members
     from notice n where n.issued_at <= $2 and n.colour is not null and ($1::uuid is null or n.plan_id = $1)
     order by n.issued_at, n.id`,
    [planId, to],
  );

/**
 * The targets of indicators as they were at an instant: those of now, or where a later amendment printed them anew, what the
 * first such amendment found.
 */
export const scoredIndicators = (
  tx: Queryable,
  planId: string | null,
  to: Instant,
): Promise<{ taskId: string; position: number; comparator: string; value: number; upper: number | null }[]> =>
  tx.query(
    `with amended as (
       select distinct on (e.subject_id) e.subject_id as task_id, e.payload -> 'targets' -> 'before' as targets from event e
       where e.subject_kind = 'task' and e.type = 'AMENDED' and e.at > $2
         and jsonb_typeof(e.payload -> 'targets' -> 'before') = 'array'
       order by e.subject_id, e.seq)
     select i.task_id as "taskId", i.position, i.comparator, i.value, i.upper
     from indicator i join task t on t.jurisdiction_id = i.jurisdiction_id and t.id = i.task_id
     where ($1::uuid is null or t.plan_id = $1) and not exists (select from amended a where a.task_id = i.task_id)
     union all
     select a.task_id, coalesce((was.target ->> 'position')::int, (was.nth - 1)::int), was.target ->> 'comparator',
       (was.target ->> 'value')::numeric, (was.target ->> 'upper')::numeric
     from amended a join task t on t.id = a.task_id
       cross join jsonb_array_elements(a.targets) with ordinality as was (target, nth)
     where $1::uuid is null or t.plan_id = $1
     order by 1, 2`,
    [planId, to],
  );

/** The indicators of a task as they stand, with the places that readings speak of. */
export const taskIndicators = (
  tx: Queryable,
  taskId: string,
): Promise<{ position: number; name: string; comparator: string; value: number; upper: number | null }[]> =>
  tx.query(
    'select position, name, comparator, value, upper from indicator where task_id = $1 order by position',
    [taskId],
  );

/** Files that units had handed in for tasks at an instant, without what was withdrawn by then. */
export const scoredEvidence = (
  tx: Queryable,
  planId: string | null,
  to: Instant,
): Promise<{ taskId: string; unitId: string }[]> =>
  tx.query(
    `select distinct f.task_id as "taskId", f.unit_id as "unitId" from evidence f
       join task t on t.jurisdiction_id = f.jurisdiction_id and t.id = f.task_id
     where f.unit_id is not null and f.added_at <= $2 and (f.withdrawn_at is null or f.withdrawn_at > $2)
       and ($1::uuid is null or t.plan_id = $1)`,
    [planId, to],
  );

/** What filed reports say of indicators; most say nothing. */
export const scoredReadings = (
  tx: Queryable,
  planId: string | null,
  to: Instant,
): Promise<{ reportId: string; position: number; value: number }[]> =>
  tx.query(
    `select r.id as "reportId", (reading ->> 'position')::int as position, (reading ->> 'value')::numeric as value
     from progress_report r
       join task t on t.jurisdiction_id = r.jurisdiction_id and t.id = r.task_id
       cross join jsonb_array_elements(r.readings) reading
     where r.filed_at <= $2 and r.readings <> '[]'::jsonb and ($1::uuid is null or t.plan_id = $1)`,
    [planId, to],
  );

/** Renamed and merged units as they were known at an instant, each from the later of its date and its recording. */
export const scoredSuccessions = (
  tx: Queryable,
  to: Instant,
): Promise<{ from: string; to: string; recordedAt: Instant; fromDate: CivilDate }[]> =>
  tx.query(
    `select predecessor_id as "from", successor_id as "to", recorded_at as "recordedAt", from_date as "fromDate"
     from unit_succession where recorded_at <= $1 and (taken_back_at is null or taken_back_at > $1) and kind <> 'split'`,
    [to],
  );

export const scoredUnits = (tx: Queryable): Promise<{ id: string; name: string; kind: string }[]> =>
  tx.query('select id, name, kind from unit order by code');

export const scoredTasks = (
  tx: Queryable,
  planId: string | null,
): Promise<{ id: string; code: string; title: string }[]> =>
  tx.query('select id, code, title from task where $1::uuid is null or plan_id = $1', [planId]);

/** Units of the people who score the plan on a day. */
export const assessorUnits = (
  tx: Queryable,
  planId: string | null,
  on: CivilDate,
): Promise<{ unitId: string }[]> =>
  tx.query(
    `select distinct p.unit_id as "unitId" from role_assignment r
       join person p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.person_id
     where r.role = 'assessor' and (r.valid_from is null or r.valid_from <= $2) and (r.valid_to is null or r.valid_to >= $2)
       and (r.scope_kind = 'jurisdiction' or $1::uuid is null
         or (r.scope_kind = 'plan' and r.scope_id = (select code from plan where id = $1)))`,
    [planId, on],
  );

export interface ScoreDecisionRow {
  id: string;
  planId: string;
  unitId: string;
  item: string | null;
  points: number;
  reason: string;
  /** What it rests on, in words. */
  evidence: readonly string[];
  at: Instant;
  decidedBy: string | null;
}

/** Decisions of the assessor that stood at an instant. */
export const scoreDecisions = (
  tx: Queryable,
  planId: string | null,
  to: Instant,
): Promise<ScoreDecisionRow[]> =>
  tx.query<ScoreDecisionRow>(
    `select id, plan_id as "planId", unit_id as "unitId", item, points, reason, evidence, decided_at as at, decided_by as "decidedBy"
     from score_decision where decided_at <= $2 and (taken_back_at is null or taken_back_at > $2)
       and ($1::uuid is null or plan_id = $1) order by decided_at, id`,
    [planId, to],
  );

export async function insertScoreDecision(tx: Transaction, row: ScoreDecisionRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into score_decision (jurisdiction_id, id, plan_id, unit_id, item, points, reason, evidence, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.planId,
      row.unitId,
      row.item,
      row.points,
      row.reason,
      json(row.evidence),
      row.at,
      row.decidedBy,
    ],
  );
  return rows.length === 1;
}

/** False where there is no such decision, or it was taken back before. */
export async function takeBackScoreDecision(
  tx: Transaction,
  { id, at, by, reason }: { id: string; at: Instant; by: string | null; reason: string },
): Promise<boolean> {
  const changed = await tx.execute(
    `update score_decision set taken_back_at = $3, taken_back_by = $4, taken_back_reason = $5
     where jurisdiction_id = $1 and id = $2 and taken_back_at is null`,
    [tx.scope.jurisdictionId, id, at, by, reason],
  );
  return changed === 1;
}

export interface SchemeRow {
  schemeId: string;
  version: number;
  body: unknown;
}

export async function schemeOf(tx: Queryable, schemeId: string, version: number): Promise<SchemeRow | null> {
  const [row] = await tx.query<SchemeRow>(
    'select scheme_id as "schemeId", version, body from scoring_scheme where scheme_id = $1 and version = $2',
    [schemeId, version],
  );
  return row ?? null;
}

/** The scheme that scores a plan at an instant: its own newest, or else that of all plans. */
export async function schemeInForceAt(
  tx: Queryable,
  planId: string | null,
  at: Instant,
): Promise<(SchemeRow & { since: Instant; reason: string }) | null> {
  const [row] = await tx.query<SchemeRow & { since: Instant; reason: string }>(
    `select s.scheme_id as "schemeId", s.version, s.body, f.since, f.reason from scheme_in_force f
       join scoring_scheme s on s.jurisdiction_id = f.jurisdiction_id and s.scheme_id = f.scheme_id and s.version = f.version
     where f.since <= $2 and (f.plan_id is null or f.plan_id = $1)
     order by (f.plan_id is null), f.since desc, f.id desc limit 1`,
    [planId, at],
  );
  return row ?? null;
}

/** False where this version is kept already. */
export async function insertScheme(
  tx: Transaction,
  { schemeId, version, body }: SchemeRow,
  at: Instant,
  by: string | null,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into scoring_scheme (jurisdiction_id, scheme_id, version, body, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning version`,
    [tx.scope.jurisdictionId, schemeId, version, json(body), at, by],
  );
  return rows.length === 1;
}

export async function putSchemeInForce(
  tx: Transaction,
  row: {
    id: string;
    planId: string | null;
    schemeId: string;
    version: number;
    since: Instant;
    reason: string;
    by: string | null;
  },
): Promise<void> {
  await tx.execute(
    `insert into scheme_in_force (jurisdiction_id, id, plan_id, scheme_id, version, since, reason, put_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [tx.scope.jurisdictionId, row.id, row.planId, row.schemeId, row.version, row.since, row.reason, row.by],
  );
}

export interface RuleConfirmation {
  id: string;
  kind: 'scheme' | 'policy' | 'form';
  ruleId: string;
  version: number;
  warnings: unknown;
  reason: string;
  confirmedAt: Instant;
  confirmedBy: string | null;
}

export async function insertRuleConfirmation(tx: Transaction, row: RuleConfirmation): Promise<void> {
  await tx.execute(
    `insert into rule_confirmation (jurisdiction_id, id, kind, rule_id, version, warnings, reason, confirmed_at, confirmed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.kind,
      row.ruleId,
      row.version,
      json(row.warnings),
      row.reason,
      row.confirmedAt,
      row.confirmedBy,
    ],
  );
}

/** Rules that were put in force in spite of a warning, newest first. */
export const ruleConfirmations = (tx: Queryable): Promise<RuleConfirmation[]> =>
  tx.query<RuleConfirmation>(
    `select id, kind, rule_id as "ruleId", version, warnings, reason, confirmed_at as "confirmedAt",
       confirmed_by as "confirmedBy" from rule_confirmation order by confirmed_at desc, id`,
  );

export interface ScoreSheetRow {
  id: string;
  planId: string;
  number: number;
  schemeId: string;
  schemeVersion: number;
  fromOn: CivilDate;
  toOn: CivilDate;
  asOf: Instant;
  body: unknown;
  hash: string;
  reason: string;
  keptAt: Instant;
  keptBy: string | null;
}

/** The number of a plan's next sheet; the plan's row is locked, so that two who keep at once get two. */
export async function nextSheetNumber(tx: Transaction, planId: string): Promise<number> {
  await tx.query('select 1 from plan where id = $1 for update', [planId]);
  const [row] = await tx.query<{ number: number }>(
    'select coalesce(max(number), 0) + 1 as number from score_sheet where plan_id = $1',
    [planId],
  );
  return row?.number ?? 1;
}

export async function insertScoreSheet(tx: Transaction, row: ScoreSheetRow): Promise<void> {
  await tx.execute(
    `insert into score_sheet (jurisdiction_id, id, plan_id, number, scheme_id, scheme_version, from_on, to_on, as_of, body, hash,
       reason, kept_at, kept_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.planId,
      row.number,
      row.schemeId,
      row.schemeVersion,
      row.fromOn,
      row.toOn,
      row.asOf,
      json(row.body),
      row.hash,
      row.reason,
      row.keptAt,
      row.keptBy,
    ],
  );
}

/** The kept sheets of a plan, newest first. */
export const scoreSheets = (tx: Queryable, planId: string): Promise<ScoreSheetRow[]> =>
  tx.query<ScoreSheetRow>(
    `select id, plan_id as "planId", number, scheme_id as "schemeId", scheme_version as "schemeVersion", from_on as "fromOn",
       to_on as "toOn", as_of as "asOf", body, hash, reason, kept_at as "keptAt", kept_by as "keptBy"
     from score_sheet where plan_id = $1 order by number desc`,
    [planId],
  );

/** Events by their numbers: what a point rests on, in words that can be read. */
export const eventsByRefs = (
  tx: Queryable,
  refs: readonly { kind: string; id: string; seq: number }[],
): Promise<{ kind: string; id: string; seq: number; type: string; at: Instant }[]> =>
  refs.length === 0
    ? Promise.resolve([])
    : tx.query(
        `select e.subject_kind as kind, e.subject_id as id, e.seq, e.type, e.at
         from jsonb_to_recordset($1::jsonb) as w (kind text, id uuid, seq integer)
           join event e on e.subject_kind = w.kind and e.subject_id = w.id and e.seq = w.seq`,
        [json(refs)],
      );

/** In which sittings reports were owed; what is owed without one is left out. */
export const sittingsOfObligations = (
  tx: Queryable,
  ids: readonly string[],
): Promise<{ id: string; sittingId: string }[]> =>
  tx.query(
    'select id, sitting_id as "sittingId" from obligation where id = any ($1::uuid[]) and sitting_id is not null',
    [ids],
  );

/** Every version of a scheme that is kept, newest first. */
export const keptSchemes = (
  tx: Queryable,
): Promise<{ schemeId: string; version: number; label: string; at: Instant }[]> =>
  tx.query(
    `select scheme_id as "schemeId", version, body ->> 'label' as label, created_at as at from scoring_scheme
     order by created_at desc, scheme_id, version desc`,
  );
