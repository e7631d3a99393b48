import type { CadenceEvery, Instant } from '#calendar';
import type { CadenceKind } from '../policy/cadence.schema.js';

/** The rhythms in which reports can be asked for, the finest first. */
export const RHYTHMS: readonly CadenceEvery[] = ['week', 'ten-day', 'month', 'quarter', 'half-year', 'year'];

/**
 * How often, as a text can say it. A day, half a month and two months have no reporting periods: nothing is asked in
 * them until a person says which rhythm is meant.
 */
export const SAID = [
  'day',
  'week',
  'ten-day',
  'half-month',
  'month',
  'two-month',
  'quarter',
  'half-year',
  'year',
] as const;
export type SaidEvery = (typeof SAID)[number];

/** Where a text says it: code points, or the row of a table. */
export type CadencePlace = { start: number; end: number } | { sheet: string; row: number };

/** How often a thing must be done (调度频次), as plan, action or task says it. */
export interface StatedCadence {
  kind: CadenceKind;
  every: SaidEvery;
  /** Whose it is, as printed (各工作专班, 召集人); left out: said of nobody. */
  by?: string;
  /** Its words and where they stand; left out: a person said it. */
  raw?: string;
  span?: CadencePlace;
  /** When headquarters decided so of the running task: no text says it, and a revised text does not take it away. */
  decidedAt?: Instant;
}

/** What has a text of its own, from the widest to the narrowest. */
export const CADENCE_ORIGINS = ['plan', 'action', 'task'] as const;
export type CadenceOrigin = (typeof CADENCE_ORIGINS)[number];

interface Named {
  kind: CadenceKind;
  every: SaidEvery;
}

/** A person says that a cadence of the task's own takes the place of one that it inherits (domain.md §4). */
export interface CadenceReplacement {
  own: Named;
  inherited: Named & { origin: 'plan' | 'action' };
  reason: string;
  /** Who said it and when; ids only. */
  personId?: string;
  at?: Instant;
}

/** Places in the order of the text; what a person said comes last. */
export function placeOrder(place: CadencePlace | undefined): string {
  if (place === undefined) return '~';
  const [sheet, at] = 'start' in place ? ['', place.start] : [place.sheet, place.row];
  return `${sheet}!${String(at).padStart(9, '0')}`;
}

export const isRhythm = (every: string): every is CadenceEvery => RHYTHMS.some((known) => known === every);

/** The rhythm of the line that a task joins, as the event names it; before version 3 of the task there was one. */
export const rhythmJoined = ({ cadence }: { readonly [fact: string]: unknown }): CadenceEvery =>
  typeof cadence === 'string' && isRhythm(cadence) ? cadence : 'ten-day';

/** Each rhythm once, the finest first. */
export const rhythmsOf = (all: Iterable<SaidEvery>): CadenceEvery[] => {
  const said = new Set<string>(all);
  return RHYTHMS.filter((every) => said.has(every));
};
