import {
  cadenceRulesSchema,
  effectiveCadences,
  type CadenceRules,
  type EffectiveCadences,
  type StatedCadence,
} from '#accountability';
import { latestPolicyVersion, policyOf, type PlanReviewRow, type Transaction } from '#persistence';
import type { DraftBody, ExtractedAction } from '#plan';

/** An action in review: as it was read, with what a person said of how often. */
export type ReviewAction = ExtractedAction & { cadences?: readonly StatedCadence[] };

/** What the jurisdiction's policy says of whose a cadence is. */
export async function cadenceRulesOf(
  tx: Transaction,
): Promise<CadenceRules & { coarserCountsWhenFinerFiled: boolean }> {
  const body = (await policyOf(tx, await latestPolicyVersion(tx))) as { cadences?: unknown } | null;
  return cadenceRulesSchema.prefault({}).parse(body?.cadences);
}

/** The cadences that a draft would have, each with where it comes from. */
export function effectiveOfDraft(
  review: Pick<PlanReviewRow, 'planCadences' | 'actions'>,
  { task, replacements = [] }: DraftBody,
  rules: CadenceRules,
): EffectiveCadences {
  const action = (review.actions as ReviewAction[]).find(({ code }) => code === task.action);
  return effectiveCadences(
    {
      plan: review.planCadences as StatedCadence[],
      action: action?.cadences ?? [],
      task: task.cadences,
      replacements,
    },
    rules,
  );
}
