import type { AlertView, LevelView } from '#contract';

export interface AlertGroup {
  /** Name of the unit; null: matters of no single unit. */
  unit: string | null;
  alerts: AlertView[];
}

/** Of these the offices owe an act themselves, by a clock of their own; the others say how somebody else stands. */
const TO_DECIDE: ReadonlySet<string> = new Set([
  'issue',
  'noticeToIssue',
  'appeal',
  'appealLate',
  'disputed',
  'disputeLate',
  'blockage',
  'blockageLate',
  'gate',
  'gateLate',
  'verificationLate',
  'yearTurn',
  'needsAssignment',
]);

/** The more serious the heavier; of one level, what is to be decided before what is only to be known. */
function weightBy(levels: readonly LevelView[]): (alert: AlertView) => number {
  const ranks = new Map(levels.map(({ id, rank }) => [id, rank]));
  return ({ level, kind }) => {
    const [family = ''] = kind.split(':');
    return (ranks.get(level) ?? 0) * 2 + (TO_DECIDE.has(family) ? 1 : 0);
  };
}

/** All of them as one list: the most serious first, of these what is to be decided, then what has waited longest. */
export function byUrgency(alerts: readonly AlertView[], levels: readonly LevelView[]): AlertView[] {
  const weight = weightBy(levels);
  return alerts.toSorted((a, b) => weight(b) - weight(a) || (a.raisedAt < b.raisedAt ? -1 : 1));
}

/**
 * By unit; the most serious unit first, and within it its matters by urgency.
 *
 * @param levels those of the session; what is under none of them is the least serious
 */
export function groupAlerts(alerts: readonly AlertView[], levels: readonly LevelView[]): AlertGroup[] {
  const weight = weightBy(levels);
  const heaviest = (group: AlertGroup): number => Math.max(...group.alerts.map(weight));
  const groups = new Map<string | null, AlertView[]>();
  for (const alert of alerts) {
    const unit = alert.unit?.name ?? null;
    groups.set(unit, [...(groups.get(unit) ?? []), alert]);
  }
  return [...groups]
    .map(([unit, each]) => ({
      unit,
      alerts: byUrgency(each, levels),
    }))
    .toSorted((a, b) => heaviest(b) - heaviest(a));
}
