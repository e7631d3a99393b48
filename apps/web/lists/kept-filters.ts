import { z } from 'zod';
import { keptHere } from '../session/kept-here.js';

/** The lists whose conditions stand in the address and can be kept. */
export type FilteredList =
  | 'tasks'
  | 'lines'
  | 'products'
  | 'trail'
  | 'alerts'
  | 'duties'
  | 'accounts'
  | 'units'
  | 'messages'
  | 'notices'
  | 'letters'
  | 'verifications'
  | 'reviews';

const conditionsSchema = z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]));
/** Conditions of a list as its address has them. */
export type Conditions = z.infer<typeof conditionsSchema>;

export interface KeptFilter {
  name: string;
  conditions: Conditions;
}
/** What one person keeps for one list: filters by name, each name once, and the one that the page opens with. */
export interface KeptFilters {
  saved: readonly KeptFilter[];
  opensWith: string | null;
}

export const keptFiltersSchema: z.ZodType<KeptFilters> = z.object({
  saved: z.array(z.object({ name: z.string().min(1), conditions: conditionsSchema })),
  opensWith: z.string().nullable(),
});
export const NO_FILTERS: KeptFilters = { saved: [], opensWith: null };
export const LONGEST_NAME = 20;

export const placeOfFilters = (list: FilteredList, personId: string): string =>
  `luoshi/filters/${list}/${personId}`;

export const filtersKept = (list: FilteredList, personId: string): KeptFilters =>
  keptHere(placeOfFilters(list, personId), keptFiltersSchema) ?? NO_FILTERS;

/** What of an address is a condition: what is not said is none. */
export const conditionsOf = (search: object): Conditions =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]): [string, Conditions[string]][] =>
      typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
        ? [[name, value]]
        : [],
    ),
  );

export const isNarrowed = (search: object): boolean => Object.keys(conditionsOf(search)).length > 0;

const inOrder = (conditions: Conditions): string =>
  JSON.stringify(Object.entries(conditions).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The kept filter that the address shows; null where it shows none, or something else. */
export function filterInForce({ saved }: KeptFilters, search: object): KeptFilter | null {
  const wanted = inOrder(conditionsOf(search));
  return saved.find(({ conditions }) => inOrder(conditions) === wanted) ?? null;
}

/** Keeps the conditions under a name; what had the name before is replaced in its place. */
export function withFilter(kept: KeptFilters, name: string, search: object, opens: boolean): KeptFilters {
  const filter = { name, conditions: conditionsOf(search) };
  const known = kept.saved.some((each) => each.name === name);
  const saved = known
    ? kept.saved.map((each) => (each.name === name ? filter : each))
    : [...kept.saved, filter];
  const formerly = kept.opensWith === name ? null : kept.opensWith;
  return { saved, opensWith: opens ? name : formerly };
}

/** What is wrong with each of the names that a person has typed; null: nothing. */
export const faultsOfNames = (names: readonly string[]): ('empty' | 'twice' | null)[] => {
  const typed = names.map((name) => name.trim());
  return typed.map((name, place) => {
    if (name === '') return 'empty';
    return typed.indexOf(name) === place ? null : 'twice';
  });
};
