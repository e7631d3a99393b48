import { marks } from '../texts/zh.js';
/** One value that was one thing and is another; null: it was not there, or is there no more. */
export interface Difference {
  path: string;
  before: string | null;
  after: string | null;
}

/** What differs between two values, place by place; where there was nothing before, all that is there now. */
export function differences(before: unknown, after: unknown): Difference[] {
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter((each) => each.before !== each.after);
}

/** The leaves of a value by their paths: `roles.0.role`. */
function flat(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return found;
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
    found.set(path, value.map(String).join(marks.list));
  else if (typeof value === 'object')
    for (const [key, inner] of Object.entries(value))
      flat(inner, path === '' ? key : `${path}.${key}`, found);
  else found.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  return found;
}
