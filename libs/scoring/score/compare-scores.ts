import type { Scheme } from '../scheme/scheme.schema.js';
import type { RankedGroup, RankedScore } from './rank-scores.js';
import type { UnitScore } from './unit-score.js';

export interface ComparedUnit {
  unitId: string;
  name: string;
  group: string;
  /** Under the scheme in force, and under the one that is tried. */
  before: { total: number; rank: number | null };
  after: { total: number; rank: number | null };
  /** `after` less `before`, in points. */
  change: number;
  /** By section, deduction and bonus: where the tried scheme's points come from. */
  parts: { label: string; points: number }[];
}

export interface ScoreComparison {
  schema: 'luoshi.score-rehearsal/1';
  before: { id: string; version: number; label: string };
  after: { id: string; version: number; label: string };
  units: ComparedUnit[];
  /** Units that rise, fall and keep their rank, of those that are ranked under both. */
  moved: { up: number; down: number; same: number };
}

/** What a scheme would have given, beside what the one in force gives, over the same facts; in the tried one's order. */
export function compareScores(
  inForce: { scheme: Scheme; groups: readonly RankedGroup[] },
  tried: { scheme: Scheme; groups: readonly RankedGroup[] },
): ScoreComparison {
  const before = new Map(
    inForce.groups.flatMap(({ scores }) => scores.map((one) => [one.unitId, one] as const)),
  );
  const units = tried.groups.flatMap(({ label, scores }) =>
    scores.map((after): ComparedUnit => {
      const was = before.get(after.unitId);
      if (!was) throw new Error(`unit ${after.unitId} has facts under one scheme only`);
      return {
        unitId: after.unitId,
        name: after.name,
        group: label,
        before: stand(was),
        after: stand(after),
        change: Math.round((after.total - was.total) * 100) / 100,
        parts: partsOf(after),
      };
    }),
  );
  const ranked = units.filter((one) => one.before.rank !== null && one.after.rank !== null);
  const rises = (one: ComparedUnit): number => Math.sign((one.before.rank ?? 0) - (one.after.rank ?? 0));
  return {
    schema: 'luoshi.score-rehearsal/1',
    before: named(inForce.scheme),
    after: named(tried.scheme),
    units,
    moved: {
      up: ranked.filter((one) => rises(one) > 0).length,
      down: ranked.filter((one) => rises(one) < 0).length,
      same: ranked.filter((one) => rises(one) === 0).length,
    },
  };
}

const stand = ({ total, rank }: RankedScore): ComparedUnit['before'] => ({ total, rank });
const named = ({ id, version, label }: Scheme): ScoreComparison['before'] => ({ id, version, label });

const partsOf = ({ sections, deductions, bonus }: UnitScore): ComparedUnit['parts'] => [
  ...sections.map(({ label, points }) => ({ label, points })),
  ...deductions.filter(({ points }) => points !== 0).map(({ label, points }) => ({ label, points })),
  ...(bonus && bonus.points !== 0 ? [{ label: bonus.label, points: bonus.points }] : []),
];
