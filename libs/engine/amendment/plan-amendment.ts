import { reaches, refuse, type Actor, type Outcome } from '#accountability';
import { planReviewRow, readPlan, type PlanReviewRow, type Transaction } from '#persistence';
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
    if (!(await isOfficeOf(tx, held.actor, revised.planId))) return refuse('NotPermitted', NOT_OF_PLAN);
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

/** Whoever decides what becomes of running tasks is the office of their plan, as for anything else that changes them. */
async function isOfficeOf(tx: Transaction, actor: Actor, planId: string): Promise<boolean> {
  const plan = await readPlan(tx, planId);
  const { jurisdictionId } = tx.scope;
  const scope = { jurisdictionId, planCode: plan?.code ?? '', actionCode: null, unitIds: [] };
  return actor.roles.some((held) => held.role === 'headquartersOffice' && reaches(held, scope));
}

const NOT_OF_PLAN = '审定修订由该方案的指挥部办公室办理；您可以查看，不能审定。';

const revisedOf = (
  context: EngineContext,
  tx: Transaction,
  review: PlanReviewRow,
): Promise<RevisedText | null> => revisedTextOf(tx, review, context.clock.now());

const NO_AMENDMENT = '这份校核不是对正在执行的方案的修订，没有修订对照。';
