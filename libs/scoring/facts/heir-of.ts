import type { Instant } from '#calendar';
import type { ScoredSuccession } from './recorded.js';

/**
 * Whose record a unit's is at an instant: its successor's, and that one's, where it was renamed or merged. A unit that
 * was split has no one heir and keeps its record.
 */
export function heirOf(successions: readonly ScoredSuccession[], to: Instant): (unitId: string) => string {
  const heirs = new Map<string, Set<string>>();
  for (const { from, to: heir, at } of successions)
    if (at <= to) heirs.set(from, (heirs.get(from) ?? new Set()).add(heir));
  const known = new Map<string, string>();
  const follow = (unitId: string, seen: ReadonlySet<string>): string => {
    const of = heirs.get(unitId);
    const [heir] = of ?? [];
    if (heir === undefined || of?.size !== 1 || seen.has(heir)) return unitId;
    return follow(heir, new Set([...seen, unitId]));
  };
  return (unitId) => {
    const found = known.get(unitId) ?? follow(unitId, new Set([unitId]));
    known.set(unitId, found);
    return found;
  };
}
