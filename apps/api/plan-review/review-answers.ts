import type { DraftTask, PlanReview } from '#contract';
import { readDrafts, readReview, type Outcome, type ReviewDone } from '#engine';
import { personNames, readPlanReviewSummary, type DraftTaskRow, type Transaction } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { problem, ProblemError } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import type { DraftBody } from '#plan';
import { draftTaskView } from './draft-task.view.js';
import { planReviewSummary, planReviewView } from './plan-review.view.js';

/** The whole review as it is now. Rejects with NotFound. */
export function wholeReview(context: ApiContext, who: Who, reviewId: string): Promise<PlanReview> {
  return seenBy(context, who, async (tx) => {
    const summary = await readPlanReviewSummary(tx, reviewId);
    const reading = await readReview(tx, reviewId, context.now());
    if (summary === null || reading === null) throw problem('NotFound');
    return planReviewView(summary, reading, await namesOf(tx, reading.drafts), who);
  });
}

/** Drafts of a review as they are now, in the order of the ids; those that are no more are left out. */
export function draftsNow(
  context: ApiContext,
  who: Who,
  reviewId: string,
  ids: readonly string[],
): Promise<DraftTask[]> {
  return seenBy(context, who, async (tx) => {
    const read = await readDrafts(tx, reviewId, ids, context.now());
    if (read === null) throw problem('NotFound');
    const { drafts, positions, units, cadences } = read;
    const view = { units, cadences, personNames: await namesOf(tx, drafts) };
    return drafts.map((row) => draftTaskView(row, positions.get(row.id) ?? 1, view));
  });
}

function namesOf(tx: Transaction, drafts: readonly DraftTaskRow[]): Promise<Map<string, string>> {
  const ids = new Set(
    drafts.flatMap(({ changedBy, body }) => [
      ...(changedBy === null ? [] : [changedBy]),
      ...((body as DraftBody).replacements ?? []).flatMap(({ personId }) => personId ?? []),
    ]),
  );
  return personNames(tx, [...ids]);
}

/** What was done; a conflict leaves with what it is about as it is now, so that the page can show both. */
export async function doneOrCurrent(
  context: ApiContext,
  who: Who,
  reviewId: string,
  outcome: Outcome<ReviewDone>,
): Promise<ReviewDone> {
  if (outcome.ok) return outcome.value;
  const { code, message, detail } = outcome.rejection;
  if (code === 'ReviewNotReady') {
    const obstacles = (detail?.['obstacles'] ?? []) as { draft: string | null; message: string }[];
    const errors = obstacles.map((one) => ({
      path: one.draft === null ? '' : `/tasks/${one.draft}`,
      message: one.message,
    }));
    throw new ProblemError(code, message, errors);
  }
  if (code !== 'VersionConflict') return valueOf(outcome);
  const ids = detail?.['draftTaskIds'];
  if (Array.isArray(ids))
    throw new ProblemError(code, message, undefined, {
      tasks: await draftsNow(context, who, reviewId, ids as string[]),
    });
  const { review, facts } = await seenBy(context, who, async (tx) => {
    const summary = await readPlanReviewSummary(tx, reviewId);
    const reading = await readReview(tx, reviewId, context.now());
    if (summary === null || reading === null) throw problem('NotFound');
    return { review: planReviewSummary(summary), facts: reading.facts };
  });
  throw new ProblemError(code, message, undefined, { review, facts });
}
