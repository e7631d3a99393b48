import { json, type Transaction } from '../transaction.js';
import { joinedByHash } from './joined-by-hash.js';

export interface PlanDocumentWrite {
  id: string;
  sha256: string;
  kind: string;
  fileName: string;
  bytes: Uint8Array;
  text: string;
  tables: unknown;
  uploadedBy: string | null;
  at: string;
}

export async function insertPlanDocument(tx: Transaction, document: PlanDocumentWrite): Promise<void> {
  await tx.execute(
    `insert into plan_document (jurisdiction_id, id, sha256, kind, file_name, size, bytes, text, tables, uploaded_by,
       uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.scope.jurisdictionId,
      document.id,
      document.sha256,
      document.kind,
      document.fileName,
      document.bytes.byteLength,
      Buffer.from(document.bytes.buffer, document.bytes.byteOffset, document.bytes.byteLength),
      document.text,
      json(document.tables),
      document.uploadedBy,
      document.at,
    ],
  );
}

/** What a review knows of its plan besides the tasks. Facts, actions and the rest as `#plan` has them. */
export interface PlanReviewBody {
  facts: unknown;
  actions: unknown[];
  planCadences: unknown[];
  headlineTargets: unknown[];
  /** Unit ids by the names that mean them in this document. */
  unitNames: Record<string, string>;
}

export interface PlanReviewWrite extends PlanReviewBody {
  id: string;
  documentId: string;
  sha256: string;
  amendsPlanId: string | null;
  extraction: unknown;
  uploadedBy: string | null;
  at: string;
}

/** A new review, at version 1. Rejects on `plan_review_open_upload` where the person has the same bytes in review. */
export async function insertPlanReview(tx: Transaction, review: PlanReviewWrite): Promise<void> {
  await tx.execute(
    `insert into plan_review (jurisdiction_id, id, document_id, sha256, amends_plan_id, state, version, facts_version, facts,
       actions, plan_cadences, headline_targets, unit_names, extraction, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, 'open', 1, 1, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tx.scope.jurisdictionId,
      review.id,
      review.documentId,
      review.sha256,
      review.amendsPlanId,
      json(review.facts),
      json(review.actions),
      json(review.planCadences),
      json(review.headlineTargets),
      json(review.unitNames),
      json(review.extraction),
      review.uploadedBy,
      review.at,
    ],
  );
}

export interface PlanReviewRow {
  id: string;
  documentId: string;
  sha256: string;
  amendsPlanId: string | null;
  state: 'open' | 'dispatched' | 'abandoned';
  /** Number of the last step. */
  version: number;
  /** Number of the step that changed the facts last. */
  factsVersion: number;
  facts: unknown;
  actions: unknown[];
  planCadences: unknown[];
  headlineTargets: unknown[];
  unitNames: Record<string, string>;
  planId: string | null;
  uploadedBy: string | null;
  uploadedAt: string;
}

const REVIEW = `id, document_id as "documentId", sha256, amends_plan_id as "amendsPlanId", state, version,
  facts_version as "factsVersion", facts, actions, plan_cadences as "planCadences",
  headline_targets as "headlineTargets", unit_names as "unitNames", plan_id as "planId", uploaded_by as "uploadedBy",
  uploaded_at as "uploadedAt"`;

export async function planReviewRow(tx: Transaction, id: string): Promise<PlanReviewRow | null> {
  const [row] = await tx.query<PlanReviewRow>(
    `select ${REVIEW} from plan_review where jurisdiction_id = $1 and id = $2`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

/** The review with its row locked: whoever changes anything of it waits here, so that steps have an order. */
export async function lockPlanReview(tx: Transaction, id: string): Promise<PlanReviewRow | null> {
  const [row] = await tx.query<PlanReviewRow>(
    `select ${REVIEW} from plan_review where jurisdiction_id = $1 and id = $2 for update`,
    [tx.scope.jurisdictionId, id],
  );
  return row ?? null;
}

/** The review that a person has of the same bytes for the same purpose, if it is still open. */
export async function openUpload(
  tx: Transaction,
  personId: string | null,
  sha256: string,
  amendsPlanId: string | null,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from plan_review where jurisdiction_id = $1 and state = 'open' and sha256 = $3
       and uploaded_by is not distinct from $2 and amends_plan_id is not distinct from $4`,
    [tx.scope.jurisdictionId, personId, sha256, amendsPlanId],
  );
  return row?.id ?? null;
}

/** What was understood at upload; apart from the row, for it may be large. */
export async function readingOfReview(tx: Transaction, id: string): Promise<unknown> {
  const [row] = await tx.query<{ extraction: unknown }>(
    'select extraction from plan_review where jurisdiction_id = $1 and id = $2',
    [tx.scope.jurisdictionId, id],
  );
  return row?.extraction ?? null;
}

export interface DraftTaskWrite {
  id: string;
  reviewId: string;
  position: number;
  state: 'proposed' | 'confirmed' | 'dropped';
  code: string;
  body: unknown;
  origin: readonly string[];
  corrected: readonly string[];
}

export interface DraftTaskRow extends DraftTaskWrite {
  version: number;
  dropReason: string | null;
  changedBy: string | null;
  changedAt: string | null;
}

/** New drafts at version 1; `by` null where they were read and nobody made them. */
export async function insertDraftTasks(
  tx: Transaction,
  rows: readonly DraftTaskWrite[],
  by: { personId: string | null; at: string } | null,
): Promise<void> {
  await tx.execute(
    `insert into draft_task (jurisdiction_id, id, review_id, version, position, state, code, body, origin, corrected,
       changed_by, changed_at)
     select $2, w.id, w."reviewId", 1, w.position, w.state, w.code, w.body, w.origin, w.corrected, $3, $4
     from jsonb_to_recordset($1::jsonb) as w (id uuid, "reviewId" uuid, position integer, state text, code text, body jsonb,
       origin jsonb, corrected jsonb)`,
    [json(rows), tx.scope.jurisdictionId, by?.personId ?? null, by?.at ?? null],
  );
}

const DRAFT = `id, review_id as "reviewId", version, position, state, code, body, origin, corrected,
  drop_reason as "dropReason", changed_by as "changedBy", changed_at as "changedAt"`;

/** The drafts of a review in their order, all or those named. */
export const draftTasksOf = (
  tx: Transaction,
  reviewId: string,
  ids?: readonly string[],
): Promise<DraftTaskRow[]> =>
  tx.query<DraftTaskRow>(
    `select ${DRAFT} from draft_task
     where jurisdiction_id = $1 and review_id = $2 and ($3::uuid[] is null or id = any ($3::uuid[]))
     order by position, code`,
    [tx.scope.jurisdictionId, reviewId, ids ?? null],
  );

/** Codes and places of all drafts of a review, without what is in them. */
export const draftTaskPlaces = (
  tx: Transaction,
  reviewId: string,
): Promise<{ id: string; code: string; position: number; state: string }[]> =>
  tx.query(
    `select id, code, position, state from draft_task where jurisdiction_id = $1 and review_id = $2
     order by position, code`,
    [tx.scope.jurisdictionId, reviewId],
  );

export type DraftTaskChange = Pick<
  DraftTaskRow,
  'id' | 'state' | 'code' | 'body' | 'origin' | 'corrected' | 'dropReason'
>;

/** Writes what became of drafts, each one version further. The caller holds the review's lock. */
export async function updateDraftTasks(
  tx: Transaction,
  rows: readonly DraftTaskChange[],
  by: { personId: string | null; at: string },
): Promise<void> {
  await joinedByHash(tx, rows, () =>
    tx.execute(
      `update draft_task d set version = d.version + 1, state = w.state, code = w.code, body = w.body, origin = w.origin,
       corrected = w.corrected, drop_reason = w."dropReason", changed_by = $3, changed_at = $4
     from jsonb_to_recordset($1::jsonb) as w (id uuid, state text, code text, body jsonb, origin jsonb, corrected jsonb,
       "dropReason" text)
     where d.jurisdiction_id = $2 and d.id = w.id`,
      [json(rows), tx.scope.jurisdictionId, by.personId, by.at],
    ),
  );
}

/** Puts the drafts of a review in this order. Where a draft stands is not its version's affair. */
export async function orderDraftTasks(tx: Transaction, ids: readonly string[]): Promise<void> {
  await joinedByHash(tx, ids, () =>
    tx.execute(
      `update draft_task d set position = w.position
     from unnest($2::uuid[]) with ordinality as w (id, position)
     where d.jurisdiction_id = $1 and d.id = w.id and d.position <> w.position`,
      [tx.scope.jurisdictionId, ids],
    ),
  );
}

export async function deleteDraftTasks(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.execute('delete from draft_task where jurisdiction_id = $1 and id = any ($2::uuid[])', [
    tx.scope.jurisdictionId,
    ids,
  ]);
}

export interface ReviewStepWrite {
  type: string;
  draftTaskIds: readonly string[];
  before: unknown;
  after: unknown;
  words: string;
  at: string;
  actorId: string | null;
  idempotencyKey: string;
}

/** What a step changes of the review itself; what is left out stays. */
export interface PlanReviewChange {
  state?: PlanReviewRow['state'];
  facts?: unknown;
  unitNames?: Record<string, string>;
  planCadences?: readonly unknown[];
  actions?: readonly unknown[];
  planId?: string;
  /** Its tasks follow in batches: so many. */
  dispatchTotal?: number;
}

/** Writes a step and makes its number the review's version. The caller holds the review's lock. */
export async function takeReviewStep(
  tx: Transaction,
  review: Pick<PlanReviewRow, 'id' | 'version'>,
  step: ReviewStepWrite,
  change: PlanReviewChange = {},
): Promise<number> {
  const seq = review.version + 1;
  const { jurisdictionId } = tx.scope;
  await tx.execute(
    `update plan_review set version = $3, state = coalesce($4, state), facts = coalesce($5::jsonb, facts),
       facts_version = case when $5::jsonb is null then facts_version else $3 end,
       unit_names = coalesce($6::jsonb, unit_names), plan_id = coalesce($7, plan_id),
       plan_cadences = coalesce($9::jsonb, plan_cadences), actions = coalesce($10::jsonb, actions),
       dispatch_total = coalesce($11, dispatch_total),
       dispatch_done = case when $11::int is null then dispatch_done else 0 end,
       settled_at = case when coalesce($4, 'open') = 'open' then settled_at else $8 end
     where jurisdiction_id = $1 and id = $2`,
    [
      jurisdictionId,
      review.id,
      seq,
      change.state ?? null,
      change.facts === undefined ? null : json(change.facts),
      change.unitNames === undefined ? null : json(change.unitNames),
      change.planId ?? null,
      step.at,
      change.planCadences === undefined ? null : json(change.planCadences),
      change.actions === undefined ? null : json(change.actions),
      change.dispatchTotal ?? null,
    ],
  );
  await insertReviewStep(tx, review.id, seq, step);
  return seq;
}

export async function insertReviewStep(
  tx: Transaction,
  reviewId: string,
  seq: number,
  step: ReviewStepWrite,
): Promise<void> {
  await tx.execute(
    `insert into plan_review_step (jurisdiction_id, review_id, seq, type, draft_task_ids, before, after, words, at,
       actor_id, idempotency_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.scope.jurisdictionId,
      reviewId,
      seq,
      step.type,
      json(step.draftTaskIds),
      step.before === null ? null : json(step.before),
      step.after === null ? null : json(step.after),
      step.words,
      step.at,
      step.actorId,
      step.idempotencyKey,
    ],
  );
}

/** The step that was taken under a key. */
export async function reviewStepByKey(
  tx: Transaction,
  idempotencyKey: string,
): Promise<{ reviewId: string; seq: number; type: string; draftTaskIds: string[] } | null> {
  const [row] = await tx.query<{ reviewId: string; seq: number; type: string; draftTaskIds: string[] }>(
    `select review_id as "reviewId", seq, type, draft_task_ids as "draftTaskIds" from plan_review_step
     where jurisdiction_id = $1 and idempotency_key = $2`,
    [tx.scope.jurisdictionId, idempotencyKey],
  );
  return row ?? null;
}
