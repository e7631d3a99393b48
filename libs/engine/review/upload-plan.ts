import { createHash } from 'node:crypto';
import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import {
  insertDraftTasks,
  insertPlanDocument,
  insertPlanReview,
  insertReviewStep,
  openUpload,
  planByCode,
  readPlan,
  reviewStepByKey,
  type Transaction,
} from '#persistence';
import { readPlanDocument, toDrafts, type Extraction, type PlanReading } from '#plan';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { draftIdOf } from './draft-rows.js';
import { firstFacts } from './first-facts.js';
import { NOT_PERMITTED } from './hold-review.js';
import { mayReview } from './may-review.js';
import { storable, storableText } from './storable.js';

export interface UploadPlanCommand {
  jurisdictionId: string;
  actor: Actor;
  idempotencyKey: string;
  /** As the person's system calls it: shown, never opened. */
  fileName: string;
  bytes: Uint8Array;
  /** The running plan that the text revises. */
  amends?: string | undefined;
}

export interface UploadedPlan {
  reviewId: string;
  /** The person had these very bytes in review already: that review, and no second one. */
  alreadyOpen: boolean;
}

/**
 * Reads a document and opens its review. The reading is done before and outside of any transaction, in a thread that
 * is killed where it takes too much: a file that is refused leaves nothing behind.
 *
 * Refused: NotPermitted; SubjectNotFound for a plan to revise that is not there; InputInvalid for more tasks than a plan
 * has. @throws DocumentRefused
 */
export async function uploadPlan(
  context: EngineContext,
  command: UploadPlanCommand,
): Promise<Outcome<UploadedPlan>> {
  const { jurisdictionId, actor, bytes } = command;
  if (!mayReview(actor, jurisdictionId)) return refuse('NotPermitted', NOT_PERMITTED);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await context.database.transaction({ jurisdictionId }, (tx) => before(tx, command, sha256), {
    readOnly: true,
  });
  if (known !== null) return known;
  const reading = await readPlanDocument(bytes);
  const found = reading.extraction.tasks.length;
  if (found > MOST_TASKS)
    return refuse(
      'InputInvalid',
      `从文件中识别出 ${found} 项任务，超过 ${MOST_TASKS} 项，不像是一份方案；请核对文件，确有这么多的请拆分后上传。`,
    );
  try {
    return await inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<UploadedPlan>> => {
      const sooner = await before(tx, command, sha256);
      if (sooner !== null) return sooner;
      const reviewId = await open(tx, command, reading, sha256, context.clock.now());
      return { ok: true, value: { reviewId, alreadyOpen: false } };
    });
  } catch (error) {
    // The same bytes came in at the same moment: the other request has opened the review.
    if (!isDouble(error)) throw error;
    const other = await context.database.transaction({ jurisdictionId }, (tx) => before(tx, command, sha256));
    if (other === null) throw error;
    return other;
  }
}

/** The largest plans have a few hundred; so many are a list of a whole province's. What they take: docs/bulk.md. */
const MOST_TASKS = 10_000;

/** What needs no reading: a repeat, bytes that the person has in review, a plan to revise that is not there. */
async function before(
  tx: Transaction,
  { idempotencyKey, actor, amends }: UploadPlanCommand,
  sha256: string,
): Promise<Outcome<UploadedPlan> | null> {
  const repeated = await reviewStepByKey(tx, idempotencyKey);
  if (repeated !== null) return { ok: true, value: { reviewId: repeated.reviewId, alreadyOpen: false } };
  if (amends !== undefined && (await readPlan(tx, amends)) === null)
    return refuse('SubjectNotFound', '找不到要修订的方案；请从方案页面重新上传修订文本。');
  const open = await openUpload(tx, actor.personId, sha256, amends ?? null);
  return open === null ? null : { ok: true, value: { reviewId: open, alreadyOpen: true } };
}

async function open(
  tx: Transaction,
  command: UploadPlanCommand,
  reading: PlanReading,
  sha256: string,
  at: Instant,
): Promise<string> {
  const { actor, bytes, idempotencyKey } = command;
  const reviewId = identifierOf(tx.scope.jurisdictionId, 'planReview', idempotencyKey);
  const documentId = identifierOf(reviewId, 'document');
  const extraction: Extraction = storable(reading.extraction);
  await insertPlanDocument(tx, {
    id: documentId,
    sha256,
    kind: reading.kind,
    fileName: storableText(command.fileName),
    bytes,
    text: storableText(reading.text),
    tables: storable(reading.tables),
    uploadedBy: actor.personId,
    at,
  });
  await insertPlanReview(tx, {
    id: reviewId,
    documentId,
    sha256,
    amendsPlanId: command.amends ?? null,
    facts: await firstFacts(extraction, { fileName: command.fileName, sha256, at }, async (code) =>
      Boolean(await planByCode(tx, code)),
    ),
    actions: extraction.actions,
    planCadences: extraction.planCadences,
    headlineTargets: extraction.headlineTargets,
    unitNames: {},
    extraction,
    uploadedBy: actor.personId,
    at,
  });
  const drafts = toDrafts(extraction);
  await insertDraftTasks(
    tx,
    drafts.map((draft, i) => ({
      ...draft,
      id: draftIdOf(reviewId, draft.code),
      reviewId,
      position: i + 1,
    })),
    null,
  );
  await insertReviewStep(tx, reviewId, 1, {
    type: 'uploaded',
    draftTaskIds: [],
    before: null,
    after: { fileName: storableText(command.fileName), sha256, size: bytes.byteLength, tasks: drafts.length },
    words: '',
    at,
    actorId: actor.personId,
    idempotencyKey,
  });
  return reviewId;
}

const DOUBLES = ['plan_review_open_upload', 'plan_review_pkey', 'plan_document_pkey'];

function isDouble(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'constraint' in error &&
    DOUBLES.includes(String(error.constraint))
  );
}
