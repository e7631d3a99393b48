import { identifierOf } from '../identifier.js';
import { fillingOf } from './placeholder.js';

/** Makes a value out of names. */
export type Maker = (names: readonly string[]) => unknown;

/**
 * A value with placeholders, made ready to be filled in many times. What holds none is the same object in every value
 * that is made, and frozen; what holds one is made anew.
 */
export function templateOf(value: unknown): Maker {
  const { constant, make } = compiled(value);
  return make ?? (() => constant);
}

type Compiled = { constant: unknown; make: Maker | null };

function compiled(value: unknown): Compiled {
  if (typeof value === 'string') return { constant: value, make: fillingOf(value, identifierOf) };
  if (typeof value !== 'object' || value === null) return { constant: value, make: null };
  if (Array.isArray(value)) return arrayOf(value.map(compiled));
  return objectOf(Object.entries(value).map(([key, item]) => [key, compiled(item)] as const));
}

function arrayOf(items: readonly Compiled[]): Compiled {
  const constant = Object.freeze(items.map((item) => item.constant));
  if (items.every(({ make }) => make === null)) return { constant, make: null };
  return {
    constant,
    make: (names) => items.map((item) => (item.make ? item.make(names) : item.constant)),
  };
}

function objectOf(fields: readonly (readonly [string, Compiled])[]): Compiled {
  // The constant gives every object that is made its fields in their order; those with placeholders are written over.
  const constant = Object.freeze(Object.fromEntries(fields.map(([key, item]) => [key, item.constant])));
  const toMake = fields.flatMap(([key, { make }]) => (make ? [{ key, make }] : []));
  if (toMake.length === 0) return { constant, make: null };
  if (fields.some(([key]) => fillingOf(key, identifierOf)))
    return {
      constant,
      make: (names) =>
        Object.fromEntries(
          fields.map(([key, { constant: same, make }]) => [
            fillingOf(key, identifierOf)?.(names) ?? key,
            make ? make(names) : same,
          ]),
        ),
    };
  return {
    constant,
    make: (names) => {
      const made: Record<string, unknown> = { ...constant };
      for (const { key, make } of toMake) made[key] = make(names);
      return made;
    },
  };
}
