import { cents, pointsOf } from './points.js';
import type { ItemScore, UnitScore } from './unit-score.js';

/** The name of the line that the assessor's bonus is; no item of a scheme can be called so. */
export const BONUS_LINE = '+bonus';

/** One line of a score: an item, a deduction, the bonus. Their sum is the total. */
export interface ScoreLine {
  /** The scheme's name of the item or deduction; `BONUS_LINE`. */
  id: string;
  kind: 'item' | 'deduction' | 'bonus';
  /** Of an item, the label of its section. */
  section: string | null;
  label: string;
  /** Full marks of an item, the most of a bonus; null: of a deduction, which has none. */
  marks: number | null;
  /** Of a deduction never above 0. */
  points: number;
  share: { met: number; of: number } | null;
  nothing: ItemScore['nothing'];
  /** How many cases, incidents and decisions it rests on. */
  grounds: number;
}

/** Points that an objection which was upheld adds to a line. */
export interface LineAdjustment {
  line: string;
  points: number;
}

/** A score line by line, in the scheme's order. */
export const linesOf = ({ sections, deductions, bonus }: UnitScore): ScoreLine[] => [
  ...sections.flatMap(({ label: section, items }) =>
    items.map((item): ScoreLine => ({
      id: item.id,
      kind: 'item',
      section,
      label: item.label,
      marks: item.marks,
      points: item.points,
      share: item.share,
      nothing: item.nothing,
      grounds: item.cases.length + item.incidents.length + item.decisionIds.length,
    })),
  ),
  ...deductions.map(({ id, label, points, incidents }): ScoreLine => ({
    ...{ id, kind: 'deduction', section: null, label, marks: null, points, share: null, nothing: null },
    grounds: incidents.length,
  })),
  ...(bonus === null
    ? []
    : [
        {
          ...{ id: BONUS_LINE, kind: 'bonus' as const, section: null, label: bonus.label },
          ...{ marks: bonus.atMost, points: bonus.points, share: null, nothing: null },
          grounds: bonus.decisionIds.length,
        },
      ]),
];

/** What lines come to, with what objections added to them: never under 0 before the bonus. Reckoned in hundredths. */
export function totalOfLines(
  lines: readonly Pick<ScoreLine, 'id' | 'kind' | 'points'>[],
  adjustments: readonly LineAdjustment[] = [],
): number {
  const added = new Map<string, number>();
  for (const { line, points } of adjustments) added.set(line, (added.get(line) ?? 0) + cents(points));
  let bonus = 0;
  let sum = 0;
  for (const { id, kind, points } of lines) {
    const all = cents(points) + (added.get(id) ?? 0);
    if (kind === 'bonus') bonus += all;
    else sum += all;
  }
  return pointsOf(Math.max(0, sum) + bonus);
}

/** The most that can still be added to a line: up to full marks, up to nothing deducted, up to the most of a bonus. */
export function roomOf(line: ScoreLine, adjustments: readonly LineAdjustment[]): number {
  const added = adjustments
    .filter((one) => one.line === line.id)
    .reduce((all, { points }) => all + cents(points), 0);
  return pointsOf(Math.max(0, cents(line.marks ?? 0) - cents(line.points) - added));
}
