import type { UnitRef } from '#contract';

/** The units that a list speaks of, each once and by name, to choose one from. */
export function unitsOf<I>(
  items: readonly I[],
  unitOf: (item: I) => UnitRef,
): { value: string; label: string }[] {
  const names = new Map(items.map((item) => [unitOf(item).id, unitOf(item).name]));
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'zh-CN'));
}
