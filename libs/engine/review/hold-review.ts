import { refuse, type Actor, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import {
  draftTasksOf,
  lockPlanReview,
  readReviewPassage,
  reviewStepByKey,
  takeReviewStep,
  type DraftTaskRow,
  type PlanReviewChange,
  type PlanReviewRow,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { mayReview } from './may-review.js';

export interface ReviewCommand {
  jurisdictionId: string;
  actor: Actor;
  /** A repeat under the same key changes nothing and is answered alike. */
  idempotencyKey: string;
  reviewId: string;
}

/** What an act on a review came to. */
export interface ReviewDone {
  reviewId: string;
  /** The review's version now. */
  version: number;
  /** The drafts that it touched, in the order of the plan where there is one. */
  draftTaskIds: string[];
}

/** A review with its row locked, and everything that a step on it needs. */
export interface Held {
  readonly tx: Transaction;
  readonly now: Instant;
  readonly review: PlanReviewRow;
  readonly actor: Actor;
  readonly by: { personId: string | null; at: Instant };
  /** The words at a stretch of the document. */
  readonly passage: (stretch: { start: number; end: number }) => Promise<string>;
  /** Writes the step; its number becomes the review's version. */
  readonly step: (step: StepTaken) => Promise<Outcome<ReviewDone>>;
}

export interface StepTaken {
  type: ReviewStepType;
  draftTaskIds: readonly string[];
  before?: unknown;
  after?: unknown;
  words?: string;
  change?: PlanReviewChange;
}

export const REVIEW_STEP_TYPES = [
  'uploaded',
  'factsCorrected',
  'cadencesCorrected',
  'taskCorrected',
  'taskConfirmed',
  'taskDoubted',
  'taskDropped',
  'taskRestored',
  'taskSplit',
  'taskMoved',
  'taskAdded',
  'tasksMerged',
  'tasksConfirmed',
  'unitNamed',
  'unitRegistered',
  'amendmentDecided',
  'abandoned',
  'dispatched',
] as const;
export type ReviewStepType = (typeof REVIEW_STEP_TYPES)[number];

/**
 * Runs an act on an open review in one transaction, under the review's lock: acts of several persons come one after
 * the other, each on what the one before left. Refused: NotPermitted, SubjectNotFound, ReviewNotOpen.
 */
export function holdReview(
  context: EngineContext,
  command: ReviewCommand,
  act: (held: Held) => Promise<Outcome<ReviewDone>>,
): Promise<Outcome<ReviewDone>> {
  const { jurisdictionId, actor, reviewId, idempotencyKey } = command;
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<ReviewDone>> => {
    if (!mayReview(actor, jurisdictionId)) return refuse('NotPermitted', NOT_PERMITTED);
    const review = await lockPlanReview(tx, reviewId);
    if (review === null) return refuse('SubjectNotFound', '找不到这份方案的校核；请检查链接。');
    const before = await reviewStepByKey(tx, idempotencyKey);
    if (before !== null)
      return { ok: true, value: { reviewId, version: review.version, draftTaskIds: before.draftTaskIds } };
    if (review.state !== 'open') return refuse('ReviewNotOpen', SETTLED[review.state]);
    const now = context.clock.now();
    return act({
      tx,
      now,
      review,
      actor,
      by: { personId: actor.personId, at: now },
      passage: ({ start, end }) => readReviewPassage(tx, review.id, start, end),
      step: async ({ type, draftTaskIds, before: was = null, after = null, words = '', change }) => {
        const line = { type, draftTaskIds, before: was, after, words, at: now, actorId: actor.personId };
        const version = await takeReviewStep(tx, review, { ...line, idempotencyKey }, change);
        return { ok: true, value: { reviewId, version, draftTaskIds: [...draftTaskIds] } };
      },
    });
  });
}

export const NOT_PERMITTED = '校核、下发方案由指挥部办公室办理；您可以查看，不能改动。';

const SETTLED = {
  dispatched: '这份方案已经下发，不能再校核；需要调整的，请上传修订文本。',
  abandoned: '这份方案的校核已经作废；如需继续，请重新上传文件。',
} as const;

/** A draft that the person has seen at this version. */
export interface SeenDraft {
  id: string;
  version: number;
}

/**
 * The drafts named, in their order, each as the person saw it. Refused: SubjectNotFound; VersionConflict with the ids
 * of those that somebody has changed since.
 */
export async function seenDrafts(
  { tx, review }: Held,
  seen: readonly SeenDraft[],
): Promise<Outcome<DraftTaskRow[]>> {
  const rows = await draftTasksOf(
    tx,
    review.id,
    seen.map(({ id }) => id),
  );
  if (rows.length !== new Set(seen.map(({ id }) => id)).size)
    return refuse('SubjectNotFound', '所选任务中有已被合并或不存在的；请刷新后重新选择。', {
      draftTaskIds: seen.map(({ id }) => id).filter((id) => !rows.some((row) => row.id === id)),
    });
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  const stale = rows.filter(({ id, version }) => versions.get(id) !== version);
  if (stale.length > 0)
    return refuse(
      'VersionConflict',
      `任务 ${stale
        .slice(0, 5)
        .map(({ code }) => code)
        .join('、')} 刚刚被他人改动；请核对最新内容后重新办理。`,
      { draftTaskIds: stale.map(({ id }) => id) },
    );
  return { ok: true, value: rows };
}
