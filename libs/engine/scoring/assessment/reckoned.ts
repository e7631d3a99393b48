import { createHash } from 'node:crypto';
import {
  canonicalJson,
  schemeOf,
  type AssessmentRead,
  type AssessmentScoreRow,
  type ObjectionRead,
  type Transaction,
} from '#persistence';
import {
  linesOf,
  placesAmong,
  schemeSchema,
  totalOfLines,
  type LineAdjustment,
  type RankedGroup,
  type Scheme,
  type ScoreLine,
} from '#scoring';
import { readScoredFacts, scoreFacts } from '../scored-plan.js';

/** The scheme version that an assessment is frozen to. */
export async function frozenScheme(
  tx: Transaction,
  { schemeId, schemeVersion }: Pick<AssessmentRead, 'schemeId' | 'schemeVersion'>,
): Promise<Scheme> {
  const kept = await schemeOf(tx, schemeId, schemeVersion);
  if (kept === null) throw new Error(`scheme ${schemeId} ${schemeVersion} is not kept`);
  return schemeSchema.parse(kept.body);
}

/** The same reckoning again, from the record as it was known then, by the frozen scheme. */
export async function reckonAgain(
  tx: Transaction,
  assessment: Pick<AssessmentRead, 'planId' | 'fromOn' | 'toOn' | 'asOf' | 'schemeId' | 'schemeVersion'>,
): Promise<{ scheme: Scheme; groups: RankedGroup[] }> {
  const scheme = await frozenScheme(tx, assessment);
  const { planId, fromOn: from, toOn: to, asOf } = assessment;
  const scored = await readScoredFacts(tx, { planId, from, to }, asOf);
  return { scheme, groups: scoreFacts(scheme, scored) };
}

/** Rows of a reckoning, as they are kept: each unit with its lines. */
export const rowsOf = (groups: readonly RankedGroup[]): AssessmentScoreRow[] =>
  groups.flatMap(({ id, label, scores }) =>
    scores.map((score): AssessmentScoreRow => ({
      unitId: score.unitId,
      name: score.name,
      groupId: id,
      groupLabel: label,
      own: score.own,
      ranked: score.rank !== null,
      lines: linesOf(score),
      previewTotal: score.total,
      previewRank: score.rank,
      total: score.total,
      rank: score.rank,
    })),
  );

export const linesOfRow = ({ lines }: Pick<AssessmentScoreRow, 'lines'>): ScoreLine[] => lines as ScoreLine[];

/** What objections that were upheld add to the lines of a unit. */
export const adjustmentsOf = (objections: readonly ObjectionRead[], unitId: string): LineAdjustment[] =>
  objections.flatMap(({ unitId: of, line, adjustment }) =>
    of === unitId && adjustment !== null ? [{ line, points: adjustment }] : [],
  );

/** Totals with what objections added, and the places that follow from them, group by group. */
export function adjusted(
  rows: readonly AssessmentScoreRow[],
  objections: readonly ObjectionRead[],
): AssessmentScoreRow[] {
  const moved = rows.map((row) => ({
    ...row,
    total: totalOfLines(linesOfRow(row), adjustmentsOf(objections, row.unitId)),
  }));
  const groups = new Map<string | null, AssessmentScoreRow[]>();
  for (const row of moved) if (row.ranked) groups.set(row.groupId, [...(groups.get(row.groupId) ?? []), row]);
  for (const ranked of groups.values()) {
    const places = placesAmong(ranked.map(({ total }) => total));
    ranked.forEach((row, index) => (row.rank = places[index] ?? null));
  }
  return moved;
}

/** SHA-256 over every unit's lines, adjustments, total and place, whatever order they come in. */
export function hashOfFinal(
  rows: readonly AssessmentScoreRow[],
  objections: readonly ObjectionRead[],
): string {
  const body = rows
    .map((row) => ({
      unitId: row.unitId,
      groupId: row.groupId,
      lines: linesOfRow(row),
      adjustments: objections
        .filter(({ unitId, adjustment }) => unitId === row.unitId && adjustment !== null)
        .map(({ id, line, adjustment, reason }) => ({ id, line, points: adjustment, reason })),
      total: row.total,
      rank: row.rank,
    }))
    .sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}
