import type { ComparabilityGroup, Scheme } from '../scheme/scheme.schema.js';
import { placesAmong } from './places-among.js';
import type { UnitScore } from './unit-score.js';

export interface RankedUnit {
  id: string;
  name: string;
  kind: string;
}

export interface RankedScore extends UnitScore {
  name: string;
  /** Whose unit scores: nobody scores their own. */
  own: boolean;
  /** 1 is best; equal points share a rank, and the next one is as many further. Null: outside the ranking. */
  rank: number | null;
}

export interface RankedGroup {
  /** Null: units that fit no group. They are shown, and not compared. */
  id: string | null;
  label: string;
  scores: RankedScore[];
}

const groupOf = (
  groups: readonly ComparabilityGroup[],
  { name, kind }: RankedUnit,
): ComparabilityGroup | undefined =>
  groups.find(({ units }) => units.includes(name)) ?? groups.find(({ kinds }) => kinds.includes(kind));

/**
 * Scores within groups of comparable units, best first. The assessor's own units stand outside the ranking, or in it
 * with a mark, as the scheme says.
 *
 * @param assessorUnitIds the units of those who score
 */
export function rankScores(
  scheme: Scheme,
  scores: readonly UnitScore[],
  unitOf: (unitId: string) => RankedUnit,
  assessorUnitIds: ReadonlySet<string>,
): RankedGroup[] {
  const known = scores.map((score) => ({ score, unit: unitOf(score.unitId) }));
  const groups: (ComparabilityGroup | null)[] = [...scheme.groups, null];
  return groups.flatMap((group): RankedGroup[] => {
    const inGroup = known.filter(({ unit }) => (groupOf(scheme.groups, unit) ?? null) === group);
    if (inGroup.length === 0) return [];
    const rows = inGroup.map(({ score, unit }): RankedScore => {
      const own = assessorUnitIds.has(unit.id);
      return { ...score, name: unit.name, own, rank: null };
    });
    const compared = rows.filter(
      ({ own, empty }) => group !== null && !empty && !(own && scheme.ownUnit === 'exclude'),
    );
    const places = placesAmong(compared.map(({ total }) => total));
    compared.forEach((row, index) => (row.rank = places[index] ?? null));
    rows.sort(
      (a, b) =>
        (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
        b.total - a.total ||
        (a.name < b.name ? -1 : 1),
    );
    return [{ id: group?.id ?? null, label: group?.label ?? '其他单位（不排名）', scores: rows }];
  });
}
