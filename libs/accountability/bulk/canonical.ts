import type { Names } from './names.js';
import { MARK } from './placeholder.js';

/** Thrown where something is met that cannot be told apart safely: then it is decided the slow way. */
export class Unsafe extends Error {
  override readonly name = 'Unsafe';
}

/** Where the names of one subject are bound, and the other texts heard. */
export interface Ears {
  /** What stands for a name: the same for the same name; null: it stands for itself. */
  bind(name: string): string | null;
  hear(text: string): void;
}

/**
 * A value with its names replaced, and a text that is the same for equal values and for no others: type, order of
 * fields and names that are the same as one another included.
 * @throws Unsafe for what is not plain JSON (undefined apart), for one object in two places, and for text that holds a placeholder's mark
 */
export function canonical(
  value: unknown,
  names: Names | undefined,
  ears: Ears,
): { value: unknown; text: string } {
  const text: string[] = [];
  const copy = written(value, names, ears, text, new Set());
  return { value: copy, text: text.join('') };
}

function written(
  value: unknown,
  names: Names | undefined,
  ears: Ears,
  text: string[],
  seen: Set<object>,
): unknown {
  if (typeof value === 'string') {
    if (names === 'name' && value !== '') {
      const bound = ears.bind(value);
      text.push(bound ?? JSON.stringify(value));
      return bound ?? value;
    }
    if (value.includes(MARK)) throw new Unsafe('a text holds the mark of a placeholder');
    ears.hear(value);
    text.push(JSON.stringify(value));
    return value;
  }
  if (typeof value !== 'object' || value === null) {
    text.push(primitiveText(value));
    return value;
  }
  if (seen.has(value)) throw new Unsafe('one object stands in two places');
  seen.add(value);
  if (Array.isArray(value)) {
    const each = typeof names === 'object' && 'each' in names ? names.each : undefined;
    text.push('[');
    const copy = value.map((item: unknown) => {
      const one = written(item, each, ears, text, seen);
      text.push(',');
      return one;
    });
    text.push(']');
    return copy;
  }
  if (!isPlain(value)) throw new Unsafe('an object is no plain one');
  const fields = typeof names === 'object' && 'in' in names ? names.in : undefined;
  const copy: Record<string, unknown> = {};
  text.push('{');
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || key.includes(MARK)) throw new Unsafe('a field has a name that no field has');
    // What nobody has described may be kept by names.
    if (fields === undefined) ears.hear(key);
    text.push(JSON.stringify(key), ':');
    copy[key] = written((value as Record<string, unknown>)[key], ownOf(fields, key), ears, text, seen);
    text.push(',');
  }
  text.push('}');
  return copy;
}

/** @throws Unsafe for numbers that JSON does not know or does not keep, and for functions and symbols */
export function primitiveText(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return String(value);
  throw new Unsafe('a value is no JSON');
}

/** What a table says of a field, and not what every object has by that name. */
export const ownOf = <Entry>(
  table: { readonly [field: string]: Entry | undefined } | undefined,
  field: string,
): Entry | undefined => (table !== undefined && Object.hasOwn(table, field) ? table[field] : undefined);

/** An object as JSON.parse makes it, of whichever realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype !== null &&
    Object.getPrototypeOf(prototype) === null &&
    Object.getOwnPropertySymbols(value).length === 0
  );
}

/** What a value says outside its names: its texts, and the fields that something is kept by, whole and in their parts. */
export function saidIn(
  value: unknown,
  names: Names | undefined,
  texts: string[] = [],
  keys = new Set<string>(),
): { texts: string[]; keys: Set<string> } {
  if (typeof value === 'string') {
    if (names !== 'name') texts.push(value);
  } else if (Array.isArray(value)) {
    const each = typeof names === 'object' && 'each' in names ? names.each : undefined;
    for (const item of value) saidIn(item, each, texts, keys);
  } else if (typeof value === 'object' && value !== null) {
    const fields = typeof names === 'object' && 'in' in names ? names.in : undefined;
    for (const [key, item] of Object.entries(value)) {
      keys.add(key);
      if (key.includes(':')) for (const part of key.split(':')) keys.add(part);
      saidIn(item, ownOf(fields, key), texts, keys);
    }
  }
  return { texts, keys };
}
