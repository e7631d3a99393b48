const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One catalogue over another of the same shape; what the upper one lacks is said as in the lower one. */
export function overlaid<T>(lower: T, upper: unknown): T {
  if (upper === undefined) return lower;
  if (!isGroup(lower) || !isGroup(upper)) return upper as T;
  const keys = new Set([...Object.keys(lower), ...Object.keys(upper)]);
  return Object.fromEntries([...keys].map((key) => [key, overlaid(lower[key], upper[key])])) as T;
}
