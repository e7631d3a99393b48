/**
 * Text as PostgreSQL can keep it: no NUL, no half of a surrogate pair. One character for one, so that places stay true.
 */
export const storableText = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/\u0000|\p{Surrogate}/gu, '\uFFFD');

/** The same for every string in a value that is to be kept as jsonb. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return storableText(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => storable(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [storableText(name), storable(member)]),
  ) as T;
}
