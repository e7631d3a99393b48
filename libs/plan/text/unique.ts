/** The names without repeats, in order. Most lists hold one or two: those need no set. */
export function unique(names: readonly string[]): string[] {
  if (names.length < 2) return [...names];
  if (names.length === 2) return names[0] === names[1] ? names.slice(0, 1) : [...names];
  return [...new Set(names)];
}
