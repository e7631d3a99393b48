/** Somebody's place: 1 is best; equal values share a place, and the next one is as many further. */
export interface Ranked<T> {
  readonly place: number;
  readonly of: T;
  /** Somebody else has the same place. */
  readonly shared: boolean;
}

/** Places by value, the highest first; among equals the order in which they came. */
export function ranked<T>(items: readonly T[], valueOf: (item: T) => number): Ranked<T>[] {
  const sorted = items
    .map((of, index) => ({ of, index, value: valueOf(of) }))
    .sort((a, b) => b.value - a.value || a.index - b.index);
  return sorted.map(({ of, value }) => ({
    of,
    place: 1 + sorted.filter((other) => other.value > value).length,
    shared: sorted.filter((other) => other.value === value).length > 1,
  }));
}
