/** The value at a path like `data.code`, as text; null: there is none. */
export function textAt(answer: unknown, path: string): string | null {
  let value = answer;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null;
    value = (value as Record<string, unknown>)[step];
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}
