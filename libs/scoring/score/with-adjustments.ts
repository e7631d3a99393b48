import { cents, pointsOf } from './points.js';
import { BONUS_LINE, linesOf, totalOfLines, type LineAdjustment } from './score-lines.js';
import type { UnitScore } from './unit-score.js';

/** A score with what objections added to its lines: what they rest on stays, points, sections and total follow. */
export function withAdjustments<S extends UnitScore>(score: S, adjustments: readonly LineAdjustment[]): S {
  if (adjustments.length === 0) return score;
  const added = (id: string): number =>
    adjustments.filter(({ line }) => line === id).reduce((all, { points }) => all + cents(points), 0);
  const plus = (points: number, id: string): number => pointsOf(cents(points) + added(id));
  const sections = score.sections.map((section) => {
    const items = section.items.map((item) => ({ ...item, points: plus(item.points, item.id) }));
    return { ...section, items, points: pointsOf(items.reduce((all, { points }) => all + cents(points), 0)) };
  });
  const deductions = score.deductions.map((one) => ({ ...one, points: plus(one.points, one.id) }));
  const bonus = score.bonus && { ...score.bonus, points: plus(score.bonus.points, BONUS_LINE) };
  const moved = { ...score, sections, deductions, bonus };
  const total = totalOfLines(linesOf(moved));
  const undone = cents(score.totalBeforeUndoing) - cents(score.total);
  return { ...moved, total, totalBeforeUndoing: pointsOf(cents(total) + undone) };
}
