import { ALERT_LEVELS, type AlertView } from '#contract';

export interface AlertGroup {
  /** Name of the unit; null: matters of no single unit. */
  unit: string | null;
  alerts: AlertView[];
}

const weight = ({ level }: AlertView): number => ALERT_LEVELS.indexOf(level);
const heaviest = (group: AlertGroup): number => Math.max(...group.alerts.map(weight));

/** By unit; the most serious unit first, and within it the most serious and then the oldest matter. */
export function groupAlerts(alerts: readonly AlertView[]): AlertGroup[] {
  const groups = new Map<string | null, AlertView[]>();
  for (const alert of alerts) {
    const unit = alert.unit?.name ?? null;
    groups.set(unit, [...(groups.get(unit) ?? []), alert]);
  }
  return [...groups]
    .map(([unit, each]) => ({
      unit,
      alerts: each.toSorted((a, b) => weight(b) - weight(a) || (a.raisedAt < b.raisedAt ? -1 : 1)),
    }))
    .toSorted((a, b) => heaviest(b) - heaviest(a));
}
