import type { RecordedIndicator } from '#persistence';
import type { AmendableIndicator } from '#plan';

/**
 * Indicators of a revised text in the places of the running ones: one of the same name keeps its position, so that the
 * readings that were reported for it stay its own; a new one gets a position that no reading speaks of.
 *
 * @param read the highest position that readings were ever reported for, -1 for none
 */
export function stablePositions(
  before: readonly RecordedIndicator[],
  after: readonly AmendableIndicator[],
  read: number,
): RecordedIndicator[] {
  const free = [...before];
  let next = Math.max(read, ...before.map(({ position }) => position)) + 1;
  const places = after.map((indicator) => {
    const at = free.findIndex(({ name, unit }) => name === indicator.name && unit === indicator.unit);
    return at < 0 ? undefined : free.splice(at, 1)[0]?.position;
  });
  return after.map(({ name, comparator, value, upper, unit, per }, i) => ({
    position: places[i] ?? next++,
    name,
    comparator,
    value,
    upper: upper ?? null,
    unit,
    per: per ?? null,
  }));
}
