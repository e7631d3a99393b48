import { refuse, type Outcome } from '#accountability';
import { amendmentDecisions, amendmentPairs, type Transaction } from '#persistence';
import { amendmentItems, type AmendmentOfPlan } from './amendment-items.js';
import type { RevisedText } from './revised-text.js';
import { readRunningText, type RunningText } from './running-text.js';

export interface ReadAmendment {
  running: RunningText;
  amendment: AmendmentOfPlan;
}

/**
 * A revised text beside the plan as it runs now, with what was paired and decided so far. Worked out anew each time:
 * it is a matter of a fraction of a second, and nothing can be out of date.
 *
 * @param lock keeps others from amending the plan until the transaction ends
 */
export async function readAmendment(
  tx: Transaction,
  revised: RevisedText,
  lock = false,
): Promise<Outcome<ReadAmendment>> {
  const running = await readRunningText(tx, revised.planId, revised.on, lock);
  if (running === null) return refuse('SubjectNotFound', '找不到要修订的方案。');
  const pairs = await amendmentPairs(tx, revised.reviewId);
  const decisions = await amendmentDecisions(tx, revised.reviewId);
  return { ok: true, value: { running, amendment: amendmentItems(running, revised, pairs, decisions) } };
}
