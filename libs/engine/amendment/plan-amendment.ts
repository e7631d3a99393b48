import { refuse, type Outcome } from '#accountability';
import { planReviewRow, type PlanReviewRow, type Transaction } from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { holdReview, type ReviewCommand, type ReviewDone } from '../review/hold-review.js';
import type { AmendmentOfPlan } from './amendment-items.js';
import { decideAmendment, type SaidOfItem, type SaidOfPair } from './decide-amendment.js';
import { readAmendment } from './read-amendment.js';
import type { RevisedText } from './revised-text.js';
import { revisedTextOf } from './revised-text-of.js';

/** The differences between the plan that a review amends and the text in review. Refused: SubjectNotFound. */
export async function planAmendment(
  context: EngineContext,
  tx: Transaction,
  reviewId: string,
): Promise<Outcome<AmendmentOfPlan>> {
  const review = await planReviewRow(tx, reviewId);
  const revised = review && (await revisedOf(context, tx, review));
  if (!revised) return refuse('SubjectNotFound', NO_AMENDMENT);
  const read = await readAmendment(tx, revised);
  return read.ok ? { ok: true, value: read.value.amendment } : read;
}

export interface DecideAmendmentCommand extends ReviewCommand {
  items: readonly SaidOfItem[];
  pairs: readonly SaidOfPair[];
}

/** A person decides on differences, or says which tasks are the same: a step of the review. */
export function decidePlanAmendment(
  context: EngineContext,
  command: DecideAmendmentCommand,
): Promise<Outcome<ReviewDone>> {
  const { items, pairs } = command;
  return holdReview(context, command, async (held) => {
    const { tx, now, by, review } = held;
    const revised = await revisedOf(context, tx, review);
    if (!revised) return refuse('SubjectNotFound', NO_AMENDMENT);
    const decided = await decideAmendment(tx, revised, { items, pairs }, now, by.personId);
    if (!decided.ok) return decided;
    return held.step({
      type: 'amendmentDecided',
      draftTaskIds: pairs.map(({ draftTaskId }) => draftTaskId),
      after: { items, pairs },
      words: [...new Set(items.flatMap(({ reason }) => reason ?? []))].join('；'),
    });
  });
}

const revisedOf = (
  context: EngineContext,
  tx: Transaction,
  review: PlanReviewRow,
): Promise<RevisedText | null> => revisedTextOf(tx, review, context.clock.now());

const NO_AMENDMENT = '这份校核不是对正在执行的方案的修订，没有修订对照。';
