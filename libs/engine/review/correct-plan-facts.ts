import { refuse, type Outcome } from '#accountability';
import { sameValue } from '#plan';
import type { EngineContext } from '../engine-context.js';
import type { ReviewFacts } from './first-facts.js';
import { holdReview, type ReviewCommand, type ReviewDone } from './hold-review.js';

export interface CorrectFactsCommand extends ReviewCommand {
  facts: { [Name in keyof ReviewFacts]?: ReviewFacts[Name] | undefined };
  /** The review's version that the person has seen. */
  expectedVersion: number;
}

/**
 * Corrects what the document says of itself. Work on tasks meanwhile does not matter; facts that somebody else has
 * corrected meanwhile do. Refused besides: VersionConflict.
 */
export function correctPlanFacts(
  context: EngineContext,
  command: CorrectFactsCommand,
): Promise<Outcome<ReviewDone>> {
  return holdReview(context, command, async ({ review, step }) => {
    if (command.expectedVersion < review.factsVersion || command.expectedVersion > review.version)
      return refuse('VersionConflict', '方案信息刚刚被他人改动；请核对最新内容后重新提交。', {
        factsVersion: review.factsVersion,
      });
    const before = review.facts as ReviewFacts;
    const said = Object.entries(command.facts).filter(([, value]) => value !== undefined);
    const after = { ...before, ...(Object.fromEntries(said) as Partial<ReviewFacts>) };
    if (sameValue(before, after))
      return { ok: true, value: { reviewId: review.id, version: review.version, draftTaskIds: [] } };
    return step({ type: 'factsCorrected', draftTaskIds: [], before, after, change: { facts: after } });
  });
}
