import type { SessionView } from '#contract';
import type { z } from 'zod';
import { filtersKept, isNarrowed, type FilteredList } from './kept-filters.js';

/** Of the places that this window has been to, those where the list was already seen: what was cleared there stays so. */
const seen = new Set<string>();

export interface Entering {
  cause: 'preload' | 'enter' | 'stay';
  location: { state: { __TSR_key?: string } };
  search: object;
  context: { session: SessionView };
}

/**
 * The filter that the person has the page open with; null where the address says what is to be shown, or where the list
 * was already looked at: one who clears it, or comes back to it, finds what was left.
 */
export function openingFilter<S extends object>(
  list: FilteredList,
  schema: z.ZodType<S>,
  { cause, location, search, context }: Entering,
): S | null {
  if (cause === 'preload') return null;
  const place = location.state.__TSR_key ?? '';
  const known = place !== '' && seen.has(place);
  seen.add(place);
  if (cause === 'stay' || known || isNarrowed(search)) return null;
  return chosenFilter(list, schema, context.session.person.id);
}

/** The filter that the person has chosen for the list to open with; null where there is none. */
export function chosenFilter<S extends object>(
  list: FilteredList,
  schema: z.ZodType<S>,
  personId: string,
): S | null {
  const { saved, opensWith } = filtersKept(list, personId);
  const chosen = saved.find(({ name }) => name === opensWith);
  const wanted = chosen === undefined ? undefined : schema.safeParse(chosen.conditions).data;
  // Of conditions that there are no more, nothing may be left.
  return wanted !== undefined && isNarrowed(wanted) ? wanted : null;
}
