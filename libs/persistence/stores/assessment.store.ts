import type { CivilDate, Instant } from '#calendar';
import { json, type Transaction } from '../transaction.js';

export type AssessmentState = 'preview' | 'final' | 'withdrawn';

export interface AssessmentWrite {
  id: string;
  planId: string;
  /** `2024`, `2024-Q3`, `2024-05` */
  period: string;
  edition: number;
  fromOn: CivilDate;
  toOn: CivilDate;
  asOf: Instant;
  schemeId: string;
  schemeVersion: number;
  previewHash: string;
  openedAt: Instant;
  openedBy: string | null;
  objectionsUntil: Instant;
}

export interface AssessmentRead extends AssessmentWrite {
  version: number;
  state: AssessmentState;
  closedAt: Instant | null;
  finalisedAt: Instant | null;
  finalisedByName: string | null;
  finalHash: string | null;
  withdrawnAt: Instant | null;
  withdrawnReason: string | null;
  openedByName: string | null;
  planTitle: string;
  planCode: string;
  schemeLabel: string;
}

const READ = `select a.id, a.plan_id as "planId", a.period, a.edition, a.version, a.state, a.from_on as "fromOn", a.to_on as "toOn",
    a.as_of as "asOf", a.scheme_id as "schemeId", a.scheme_version as "schemeVersion", a.preview_hash as "previewHash",
    a.opened_at as "openedAt", a.opened_by as "openedBy", a.objections_until as "objectionsUntil", a.closed_at as "closedAt",
    a.finalised_at as "finalisedAt", f.name as "finalisedByName", a.final_hash as "finalHash", a.withdrawn_at as "withdrawnAt",
    a.withdrawn_reason as "withdrawnReason", o.name as "openedByName", p.title as "planTitle", p.code as "planCode",
    coalesce(s.body ->> 'label', '') as "schemeLabel"
  from assessment a join plan p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.plan_id
    join scoring_scheme s on s.jurisdiction_id = a.jurisdiction_id and s.scheme_id = a.scheme_id and s.version = a.scheme_version
    left join person f on f.jurisdiction_id = a.jurisdiction_id and f.id = a.finalised_by
    left join person o on o.jurisdiction_id = a.jurisdiction_id and o.id = a.opened_by
  where a.jurisdiction_id = $1`;

export async function assessmentById(tx: Transaction, id: string): Promise<AssessmentRead | null> {
  const [row] = await tx.query<AssessmentRead>(`${READ} and a.id = $2`, [tx.scope.jurisdictionId, id]);
  return row ?? null;
}

/** The same, locked: who changes it waits for who is changing it. */
export async function lockAssessment(tx: Transaction, id: string): Promise<AssessmentRead | null> {
  await tx.query('select 1 from assessment where jurisdiction_id = $1 and id = $2 for update', [
    tx.scope.jurisdictionId,
    id,
  ]);
  return assessmentById(tx, id);
}

/** The assessments of a plan, newest first. */
export const assessmentsOf = (tx: Transaction, planId: string): Promise<AssessmentRead[]> =>
  tx.query<AssessmentRead>(`${READ} and a.plan_id = $2 order by a.opened_at desc, a.id`, [
    tx.scope.jurisdictionId,
    planId,
  ]);

/** The final assessment of a period; null: none is final, or it was withdrawn. */
export async function finalAssessment(
  tx: Transaction,
  planId: string,
  period: string,
): Promise<AssessmentRead | null> {
  const [row] = await tx.query<AssessmentRead>(
    `${READ} and a.plan_id = $2 and a.period = $3 and a.state = 'final'`,
    [tx.scope.jurisdictionId, planId, period],
  );
  return row ?? null;
}

/** The edition that an assessment of a period would be, and whether one is in life. The plan's row is locked meanwhile. */
export async function nextAssessmentEdition(
  tx: Transaction,
  planId: string,
  period: string,
): Promise<{ edition: number; inLife: boolean }> {
  await tx.query('select 1 from plan where id = $1 for update', [planId]);
  const [row] = await tx.query<{ edition: number; inLife: boolean }>(
    `select (coalesce(max(edition), 0) + 1)::int as edition, coalesce(bool_or(state <> 'withdrawn'), false) as "inLife"
     from assessment where plan_id = $1 and period = $2`,
    [planId, period],
  );
  return row ?? { edition: 1, inLife: false };
}

export async function insertAssessment(tx: Transaction, row: AssessmentWrite): Promise<void> {
  await tx.execute(
    `insert into assessment (jurisdiction_id, id, plan_id, period, edition, version, state, from_on, to_on, as_of, scheme_id,
       scheme_version, preview_hash, opened_at, opened_by, objections_until)
     values ($1, $2, $3, $4, $5, 1, 'preview', $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.scope.jurisdictionId,
      ...[row.id, row.planId, row.period, row.edition, row.fromOn, row.toOn, row.asOf],
      ...[row.schemeId, row.schemeVersion, row.previewHash, row.openedAt, row.openedBy, row.objectionsUntil],
    ],
  );
}

export async function finaliseAssessment(
  tx: Transaction,
  id: string,
  { at, by, hash }: { at: Instant; by: string | null; hash: string },
): Promise<void> {
  await tx.execute(
    `update assessment set state = 'final', finalised_at = $3, finalised_by = $4, final_hash = $5, version = version + 1
     where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id, at, by, hash],
  );
}

export async function withdrawAssessmentRow(
  tx: Transaction,
  id: string,
  { at, by, reason }: { at: Instant; by: string | null; reason: string },
): Promise<void> {
  await tx.execute(
    `update assessment set state = 'withdrawn', withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5, version = version + 1
     where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id, at, by, reason],
  );
}

export async function touchAssessment(tx: Transaction, id: string): Promise<void> {
  await tx.execute('update assessment set version = version + 1 where jurisdiction_id = $1 and id = $2', [
    tx.scope.jurisdictionId,
    id,
  ]);
}

/** Previews whose time for objections is over and of which nobody was told yet; each is given out once. */
export const closeAssessments = (tx: Transaction, now: Instant): Promise<{ id: string }[]> =>
  tx.query(
    `update assessment set closed_at = $2, version = version + 1
     where jurisdiction_id = $1 and state = 'preview' and closed_at is null and objections_until <= $2 returning id`,
    [tx.scope.jurisdictionId, now],
  );

/** One unit's result; `lines` are those that the record gave, adjustments stand at the objections. */
export interface AssessmentScoreRow {
  unitId: string;
  name: string;
  groupId: string | null;
  groupLabel: string;
  own: boolean;
  ranked: boolean;
  lines: unknown;
  previewTotal: number;
  previewRank: number | null;
  total: number;
  rank: number | null;
}

export async function insertAssessmentScores(
  tx: Transaction,
  assessmentId: string,
  rows: readonly AssessmentScoreRow[],
): Promise<void> {
  await tx.execute(
    `insert into assessment_score (jurisdiction_id, assessment_id, unit_id, name, group_id, group_label, own, ranked, lines,
       preview_total, preview_rank, total, rank)
     select $1, $2, "unitId", name, "groupId", "groupLabel", own, ranked, lines, "previewTotal", "previewRank", total, rank
     from jsonb_to_recordset($3::jsonb) as w ("unitId" uuid, name text, "groupId" text, "groupLabel" text, own boolean,
       ranked boolean, lines jsonb, "previewTotal" numeric, "previewRank" integer, total numeric, rank integer)`,
    [tx.scope.jurisdictionId, assessmentId, json(rows)],
  );
}

/** Of all units, or of one, in the order of groups and places. */
export const assessmentScores = (
  tx: Transaction,
  assessmentId: string,
  unitId: string | null = null,
): Promise<AssessmentScoreRow[]> =>
  tx.query<AssessmentScoreRow>(
    `select unit_id as "unitId", name, group_id as "groupId", group_label as "groupLabel", own, ranked, lines,
       preview_total as "previewTotal", preview_rank as "previewRank", total, rank
     from assessment_score where jurisdiction_id = $1 and assessment_id = $2 and ($3::uuid is null or unit_id = $3)
     order by group_id nulls last, rank nulls last, total desc, name`,
    [tx.scope.jurisdictionId, assessmentId, unitId],
  );

export async function moveAssessmentScores(
  tx: Transaction,
  assessmentId: string,
  rows: readonly { unitId: string; total: number; rank: number | null }[],
): Promise<void> {
  await tx.execute(
    `update assessment_score s set total = w.total, rank = w.rank
     from jsonb_to_recordset($3::jsonb) as w ("unitId" uuid, total numeric, rank integer)
     where s.jurisdiction_id = $1 and s.assessment_id = $2 and s.unit_id = w."unitId"
       and (s.total, s.rank) is distinct from (w.total, w.rank)`,
    [tx.scope.jurisdictionId, assessmentId, json(rows)],
  );
}

export interface ObjectionWrite {
  id: string;
  assessmentId: string;
  unitId: string;
  line: string;
  ground: { kind: string; id: string; seq: number } | null;
  statement: string;
  evidence: readonly string[];
  filedAt: Instant;
  filedBy: string | null;
}

export interface ObjectionRead extends ObjectionWrite {
  unitName: string;
  filedByName: string | null;
  state: 'open' | 'upheld' | 'rejected';
  adjustment: number | null;
  reason: string | null;
  decidedAt: Instant | null;
  decidedByName: string | null;
}

export const objectionsOf = (
  tx: Transaction,
  assessmentId: string,
  unitId: string | null = null,
): Promise<ObjectionRead[]> =>
  tx.query<ObjectionRead>(
    `select o.id, o.assessment_id as "assessmentId", o.unit_id as "unitId", u.name as "unitName", o.line, o.ground, o.statement,
       o.evidence, o.filed_at as "filedAt", o.filed_by as "filedBy", f.name as "filedByName", o.state, o.adjustment, o.reason,
       o.decided_at as "decidedAt", d.name as "decidedByName"
     from assessment_objection o join unit u on u.jurisdiction_id = o.jurisdiction_id and u.id = o.unit_id
       left join person f on f.jurisdiction_id = o.jurisdiction_id and f.id = o.filed_by
       left join person d on d.jurisdiction_id = o.jurisdiction_id and d.id = o.decided_by
     where o.jurisdiction_id = $1 and o.assessment_id = $2 and ($3::uuid is null or o.unit_id = $3)
     order by o.filed_at, o.id`,
    [tx.scope.jurisdictionId, assessmentId, unitId],
  );

/** False where it is there already. */
export async function insertObjection(tx: Transaction, row: ObjectionWrite): Promise<boolean> {
  const rows = await tx.query(
    `insert into assessment_objection (jurisdiction_id, id, assessment_id, unit_id, line, ground, statement, evidence, filed_at,
       filed_by, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open') on conflict do nothing returning id`,
    [
      tx.scope.jurisdictionId,
      ...[row.id, row.assessmentId, row.unitId, row.line, row.ground && json(row.ground), row.statement],
      ...[json(row.evidence), row.filedAt, row.filedBy],
    ],
  );
  return rows.length === 1;
}

export async function decideObjectionRow(
  tx: Transaction,
  id: string,
  decision: {
    state: 'upheld' | 'rejected';
    adjustment: number | null;
    reason: string;
    at: Instant;
    by: string | null;
  },
): Promise<void> {
  await tx.execute(
    `update assessment_objection set state = $3, adjustment = $4, reason = $5, decided_at = $6, decided_by = $7
     where jurisdiction_id = $1 and id = $2`,
    [
      tx.scope.jurisdictionId,
      id,
      decision.state,
      decision.adjustment,
      decision.reason,
      decision.at,
      decision.by,
    ],
  );
}
