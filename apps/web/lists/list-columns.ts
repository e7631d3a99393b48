import { z } from 'zod';

/** What a column of a list is besides its cells; `I`: an item of the list. */
export interface Choosable<I = never> {
  key: string;
  title: string;
  /** The members of an item that it shows: a file of what is seen has these. */
  fields: readonly ([I] extends [never] ? string : keyof I & string)[];
  /** Tells which row it is, and leads there: never hidden. */
  stays?: true;
}

export const hiddenSchema = z.array(z.string());

export const isHidden = (
  { key, stays }: Pick<Choosable, 'key' | 'stays'>,
  hidden: readonly string[],
): boolean => stays !== true && hidden.includes(key);

/** The columns that are shown, in their own order. */
export const shownOf = <C extends Choosable>(columns: readonly C[], hidden: readonly string[]): C[] =>
  columns.filter((column) => !isHidden(column, hidden));

/** The members that the shown columns are made of, for a file; undefined where none is hidden: then it has everything. */
export function fieldsShown(columns: readonly Choosable[], hidden: readonly string[]): string | undefined {
  const shown = shownOf(columns, hidden);
  if (shown.length === columns.length) return undefined;
  return [...new Set(shown.flatMap(({ fields }) => fields))].join(',');
}
