import type { AlertView, LevelView } from '#contract';

export interface AlertGroup {
  /** Name of the unit; null: matters of no single unit. */
  unit: string | null;
  alerts: AlertView[];
}

/** All of them as one list: the most serious first, and of these what has waited longest. */
export function byUrgency(alerts: readonly AlertView[], levels: readonly LevelView[]): AlertView[] {
  const ranks = new Map(levels.map(({ id, rank }) => [id, rank]));
  const weight = ({ level }: AlertView): number => ranks.get(level) ?? 0;
  return alerts.toSorted((a, b) => weight(b) - weight(a) || (a.raisedAt < b.raisedAt ? -1 : 1));
}

/**
 * By unit; the most serious unit first, and within it the most serious and then the oldest matter.
 *
 * @param levels those of the session; what is under none of them is the least serious
 */
export function groupAlerts(alerts: readonly AlertView[], levels: readonly LevelView[]): AlertGroup[] {
  const ranks = new Map(levels.map(({ id, rank }) => [id, rank]));
  const weight = ({ level }: AlertView): number => ranks.get(level) ?? 0;
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
