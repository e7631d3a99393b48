import type { Finding } from '#accountability';
import type { Instant } from '#calendar';
import { json, type Transaction } from '../transaction.js';

export interface DrawRow {
  id: string;
  planId: string;
  state: 'committed' | 'frozen' | 'drawn' | 'abandoned';
  version: number;
  policyVersion: number;
  rules: unknown;
  count: number;
  commitment: string;
  secret: string;
  committedAt: Instant;
  committedBy: string | null;
  population: unknown;
  populationHash: string | null;
  frozenAt: Instant | null;
  frozenBy: string | null;
  randomness: string | null;
  randomnessSource: string | null;
  randomnessAt: Instant | null;
  randomnessBy: string | null;
  record: unknown;
  recordHash: string | null;
  drawnAt: Instant | null;
  drawnBy: string | null;
  abandonedAt: Instant | null;
  abandonedBy: string | null;
  abandonReason: string | null;
}

type NewDraw = Pick<
  DrawRow,
  | 'id'
  | 'planId'
  | 'policyVersion'
  | 'rules'
  | 'count'
  | 'commitment'
  | 'secret'
  | 'committedAt'
  | 'committedBy'
>;

export async function insertDraw(tx: Transaction, draw: NewDraw): Promise<void> {
  await tx.execute(
    `insert into verification_draw (jurisdiction_id, id, plan_id, state, version, policy_version, rules, count, commitment,
       secret, committed_at, committed_by)
     values ($1, $2, $3, 'committed', 1, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.scope.jurisdictionId,
      draw.id,
      draw.planId,
      draw.policyVersion,
      json(draw.rules),
      draw.count,
      draw.commitment,
      draw.secret,
      draw.committedAt,
      draw.committedBy,
    ],
  );
}

const DRAW = `id, plan_id as "planId", state, version, policy_version as "policyVersion", rules, count, commitment, secret,
  committed_at as "committedAt", committed_by as "committedBy", population, population_hash as "populationHash",
  frozen_at as "frozenAt", frozen_by as "frozenBy", randomness, randomness_source as "randomnessSource",
  randomness_at as "randomnessAt", randomness_by as "randomnessBy", record, record_hash as "recordHash",
  drawn_at as "drawnAt", drawn_by as "drawnBy", abandoned_at as "abandonedAt", abandoned_by as "abandonedBy",
  abandon_reason as "abandonReason"`;

export async function lockDraw(tx: Transaction, id: string): Promise<DrawRow | null> {
  const [row] = await tx.query<DrawRow>(
    `select ${DRAW} from verification_draw where jurisdiction_id = $1 and id = $2 for update`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

export async function readDraw(tx: Transaction, id: string): Promise<DrawRow | null> {
  const [row] = await tx.query<DrawRow>(
    `select ${DRAW} from verification_draw where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

/** The draws of a plan, newest first. */
export const listDraws = (tx: Transaction, planId: string): Promise<DrawRow[]> =>
  tx.query<DrawRow>(
    `select ${DRAW} from verification_draw where jurisdiction_id = $1 and plan_id = $2 order by committed_at desc, id`,
    [tx.scope.jurisdictionId, planId],
  );

/** One step forward; which columns it may write the table itself sees to. */
async function step(tx: Transaction, id: string, sets: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(sets);
  const changed = await tx.execute(
    `update verification_draw set version = version + 1, ${columns.map((name, i) => `${name} = $${i + 3}`).join(', ')}
     where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id, ...Object.values(sets)],
  );
  if (changed !== 1) throw new Error(`verification_draw ${id}: ${changed} rows changed`);
}

export const freezeDraw = (
  tx: Transaction,
  id: string,
  frozen: { population: unknown; hash: string; at: Instant; by: string | null },
): Promise<void> =>
  step(tx, id, {
    state: 'frozen',
    population: json(frozen.population),
    population_hash: frozen.hash,
    frozen_at: frozen.at,
    frozen_by: frozen.by,
  });

export const addDrawRandomness = (
  tx: Transaction,
  id: string,
  given: { text: string; source: string; at: Instant; by: string | null },
): Promise<void> =>
  step(tx, id, {
    randomness: given.text,
    randomness_source: given.source,
    randomness_at: given.at,
    randomness_by: given.by,
  });

export const markDrawn = (
  tx: Transaction,
  id: string,
  drawn: { record: unknown; hash: string; at: Instant; by: string | null },
): Promise<void> =>
  step(tx, id, {
    state: 'drawn',
    record: json(drawn.record),
    record_hash: drawn.hash,
    drawn_at: drawn.at,
    drawn_by: drawn.by,
  });

export const abandonDraw = (
  tx: Transaction,
  id: string,
  { reason, at, by }: { reason: string; at: Instant; by: string | null },
): Promise<void> =>
  step(tx, id, { state: 'abandoned', abandoned_at: at, abandoned_by: by, abandon_reason: reason });

export interface VerificationWrite {
  id: string;
  planId: string;
  taskId: string;
  unitId: string;
  drawId: string | null;
  reportId: string | null;
  obligationId: string | null;
  period: string | null;
  reported: number | null;
  reason: string;
  orderedAt: Instant;
  orderedBy: string | null;
  dueAt: Instant;
}

export async function insertVerifications(
  tx: Transaction,
  rows: readonly VerificationWrite[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `insert into verification (jurisdiction_id, id, plan_id, task_id, unit_id, draw_id, report_id, obligation_id, period,
       reported, reason, ordered_at, ordered_by, due_at, state)
     select $2, w.id, w."planId", w."taskId", w."unitId", w."drawId", w."reportId", w."obligationId", w.period, w.reported,
       w.reason, w."orderedAt", w."orderedBy", w."dueAt", 'open'
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "planId" uuid, "taskId" uuid, "unitId" uuid, "drawId" uuid,
       "reportId" uuid, "obligationId" uuid, period text, reported numeric, reason text, "orderedAt" timestamptz,
       "orderedBy" uuid, "dueAt" timestamptz)`,
    [json(rows), tx.scope.jurisdictionId],
  );
}

/** A verification with who has to stay away from it: who filed the report, and who accepted it. */
export interface LockedVerification {
  id: string;
  taskId: string;
  unitId: string;
  reportId: string | null;
  period: string | null;
  reported: number | null;
  state: 'open' | 'found';
  finding: Finding | null;
  foundAt: Instant | null;
  filedBy: string | null;
  acceptedBy: string[];
}

export async function lockVerification(tx: Transaction, id: string): Promise<LockedVerification | null> {
  const [row] = await tx.query<LockedVerification>(
    `select v.id, v.task_id as "taskId", v.unit_id as "unitId", v.report_id as "reportId", v.period, v.reported, v.state,
       v.finding, v.found_at as "foundAt",
       (select r.filed_by from progress_report r where r.jurisdiction_id = v.jurisdiction_id and r.id = v.report_id) as "filedBy",
       array(select e.actor_id from event e where e.jurisdiction_id = v.jurisdiction_id and e.subject_kind = 'obligation'
         and e.subject_id = v.obligation_id and e.type = 'REPORT_ACCEPTED' and e.actor_id is not null) as "acceptedBy"
     from verification v where v.jurisdiction_id = $1 and v.id = $2 for update of v`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

export async function markFound(
  tx: Transaction,
  id: string,
  of: {
    finding: Finding;
    found: number | null;
    words: string;
    evidence: unknown;
    at: Instant;
    by: string | null;
  },
): Promise<void> {
  await tx.execute(
    `update verification set state = 'found', finding = $3, found = $4, words = $5, evidence = $6, found_at = $7, found_by = $8
     where jurisdiction_id = $1 and id = $2 and state = 'open'`,
    [tx.scope.jurisdictionId, id, of.finding, of.found, of.words, json(of.evidence), of.at, of.by],
  );
}

/** Figures that units gave instead of those that were found not to be so. */
export async function markCorrected(
  tx: Transaction,
  rows: readonly { id: string; corrected: number; at: Instant; by: string | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `update verification v set corrected = w.corrected, corrected_at = w.at, corrected_by = w.by
     from jsonb_to_recordset($1::jsonb) as w (id uuid, corrected numeric, at timestamptz, by uuid)
     where v.jurisdiction_id = $2 and v.id = w.id`,
    [json(rows), tx.scope.jurisdictionId],
  );
}
