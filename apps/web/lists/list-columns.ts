import { z } from 'zod';

/** What a column of a list is besides its cells; `I`: an item of the list. */
export interface Choosable<I = never> {
  key: string;
  title: string;
  /** The members of an item that it shows: a file of what is seen has these. */
  fields: readonly ([I] extends [never] ? string : keyof I & string)[];
  /** Tells which row it is, and leads there: never hidden, and always in front. */
  stays?: true;
}

/** What a person has made of a list's columns, by their keys; of a column that is named nowhere the list's own place counts. */
export interface Arrangement {
  hidden: readonly string[];
  order: readonly string[];
}
export const AS_IT_IS: Arrangement = { hidden: [], order: [] };

const keys = z.array(z.string());
/** Before columns could be moved, only the hidden ones were kept. */
export const arrangementSchema: z.ZodType<Arrangement> = z.union([
  z.object({ hidden: keys, order: keys }),
  keys.transform((hidden) => ({ hidden, order: [] })),
]);

export const isHidden = (
  { key, stays }: Pick<Choosable, 'key' | 'stays'>,
  hidden: readonly string[],
): boolean => stays !== true && hidden.includes(key);

/**
 * All columns in the person's order: those that stay first, then as they were moved. One that was not there when they were moved
 * comes after the one that it follows in the list.
 */
export function inOrder<C extends Choosable>(columns: readonly C[], order: readonly string[]): C[] {
  const front = columns.filter(({ stays }) => stays === true);
  const movable = columns.filter(({ stays }) => stays !== true);
  const moved = order.flatMap((key) => movable.find((column) => column.key === key) ?? []);
  for (const [place, column] of movable.entries()) {
    if (moved.includes(column)) continue;
    const before = movable[place - 1];
    moved.splice(before === undefined ? 0 : moved.indexOf(before) + 1, 0, column);
  }
  return [...front, ...moved];
}

/** Keys in which one has gone to the place of another. */
export function movedTo(all: readonly string[], key: string, place: number): string[] {
  const rest = all.filter((each) => each !== key);
  rest.splice(place, 0, key);
  return rest;
}

/** The columns that are shown, in the order in which they come. */
export const shownOf = <C extends Choosable>(columns: readonly C[], hidden: readonly string[]): C[] =>
  columns.filter((column) => !isHidden(column, hidden));

/**
 * The members that the shown columns are made of, in their order, for a file; undefined where all of them stand as the list has
 * them: then it has everything.
 */
export function fieldsShown(
  columns: readonly Choosable[],
  { hidden, order }: Arrangement,
): string | undefined {
  const shown = shownOf(inOrder(columns, order), hidden);
  const untouched =
    shown.length === columns.length && shown.every(({ key }, place) => key === columns[place]?.key);
  return untouched ? undefined : [...new Set(shown.flatMap(({ fields }) => fields))].join(',');
}
