import type { Picture } from '#official';
import type { RankedGroup } from '#scoring';
import type { AssessmentFacts } from '../facts/assessment-facts.js';
import { picturesOf } from './picture-of.js';

/** The scores of a group that is ranked, in the order of its places. */
export function scorePictures({ book }: AssessmentFacts, { label, scores }: RankedGroup): Picture[] {
  const placed = scores.filter(({ rank }) => rank !== null);
  if (placed.length < 2) return [];
  return picturesOf(`${label}得分`, {
    kind: 'ranking',
    measure: '得分',
    unit: '分',
    counted: '个单位',
    rows: [...placed]
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .map(({ unitId, rank }) => ({
        name: book.fact(`unit.${unitId}.name`).printed,
        value: book.count(`unit.${unitId}.score`),
        place: rank ?? 0,
      })),
  });
}
