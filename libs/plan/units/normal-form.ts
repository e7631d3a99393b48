import { canonicalForm } from '../clause/canonical-names.js';

/** How the names of a jurisdiction's units are shortened: 张家界市武陵源区财政局 is 区财政局. */
export interface NamePrefixes {
  readonly fullPrefixes: readonly string[];
  readonly shortPrefix: string;
}

/**
 * The normal form of unit names in a jurisdiction: one width and kind of brackets, no blanks, desks in one order, the
 * short prefix for the full ones. Two names of one form are one name.
 */
export function normalFormOf({ fullPrefixes, shortPrefix }: NamePrefixes): (name: string) => string {
  const prefixes = [...fullPrefixes].sort((a, b) => b.length - a.length).map(canonicalForm);
  return (name) => {
    const form = canonicalForm(name);
    const prefix = prefixes.find(
      (candidate) => form.startsWith(candidate) && form.length > candidate.length + 1,
    );
    return prefix === undefined ? form : `${shortPrefix}${form.slice(prefix.length)}`;
  };
}
