import { searchHitSchema, type SearchHit } from '#contract';
import { z } from 'zod';
import { keepHere, keptHere } from '../session/kept-here.js';

const PLACE = 'luoshi/recent';
const KEPT = 8;
const keptSchema = z.record(z.string(), z.array(searchHitSchema));

/** What this person opened last from the search on this machine, the latest first. */
export const recentOf = (personId: string): SearchHit[] => keptHere(PLACE, keptSchema)?.[personId] ?? [];

/** What several people of one machine look for is kept apart, and of the last one alone. */
export function rememberOpened(personId: string, hit: SearchHit): void {
  const others = recentOf(personId).filter(({ id }) => id !== hit.id);
  keepHere(PLACE, { [personId]: [hit, ...others].slice(0, KEPT) });
}
