import { readingOfReview, readReviewDocument, type PlanReviewRow, type Transaction } from '#persistence';
import {
  reviewedExtraction,
  toPlanSeed,
  withNames,
  type Draft,
  type Extraction,
  type PlanSeed,
  type PlanSeedFacts,
  type UnitDirectory,
} from '#plan';
import type { ReviewAction } from './draft-cadences.js';
import { bodyOf, draftOf } from './draft-rows.js';
import type { ReviewReading } from './read-review.js';

/** The plan that a review has come to. */
export async function planOf(tx: Transaction, reading: ReviewReading): Promise<PlanSeed> {
  const { review } = reading;
  const read = (await readingOfReview(tx, review.id)) as Extraction;
  const drafts = reading.drafts.map(draftOf);
  const { jurisdiction } = reading.units.directory;
  const document = await readReviewDocument(tx, review.id);
  const labels = drafts.flatMap(({ body: { task, label } }) =>
    label === null ? [] : [[task.id, label] as const],
  );
  const planCadences = review.planCadences as Extraction['planCadences'];
  const reviewed = reviewedExtraction({ ...read, planCadences }, reading.facts, drafts);
  return toPlanSeed(reviewed, {
    ...cadencesSaid(review, drafts),
    id: reading.facts.planCode,
    jurisdiction: { code: tx.scope.jurisdictionId, name: jurisdiction.name },
    sourceHash: review.sha256,
    sourceLength: Math.max(1, Array.from(document?.text ?? '').length),
    labels: Object.fromEntries(labels),
  });
}

/** What persons said of how often, besides what tasks say of it themselves. */
const cadencesSaid = (
  review: PlanReviewRow,
  drafts: readonly Draft[],
): Pick<PlanSeedFacts, 'actionCadences' | 'replacements'> => ({
  actionCadences: Object.fromEntries(
    (review.actions as ReviewAction[]).map(({ code, cadences = [] }) => [
      code,
      cadences.map(({ kind, every, by }) => ({ kind, every, ...(by !== undefined && { by }) })),
    ]),
  ),
  replacements: Object.fromEntries(
    drafts.map(({ body: { task, replacements = [] } }) => [task.id, replacements.map((one) => ({ ...one }))]),
  ),
});

/** What a task's names mean, by what persons chose in it and in the document. */
export function directoryFor({ review, drafts, units }: ReviewReading): (code: string) => UnitDirectory {
  const codes = (names: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(names).flatMap(([printed, id]) => {
        const code = units.codeOfUnit.get(id);
        return code === undefined ? [] : [[printed, code]];
      }),
    );
  const inDocument = withNames(units.directory, codes(review.unitNames));
  const chosen = new Map(drafts.map((row) => [row.code, codes(bodyOf(row).chosen)]));
  return (code) => withNames(inDocument, chosen.get(code) ?? {});
}
