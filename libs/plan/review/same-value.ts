/** A value as a string that is the same whatever the order of members: the database keeps an order of its own. */
export function keyOfValue(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

export const sameValue = (a: unknown, b: unknown): boolean => keyOfValue(a) === keyOfValue(b);
