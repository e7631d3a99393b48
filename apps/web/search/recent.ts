import { searchHitSchema, type SearchHit } from '#contract';
import { z } from 'zod';

const PLACE = 'luoshi/recent';
const KEPT = 8;
const keptSchema = z.record(z.string(), z.array(searchHitSchema));

function all(): Record<string, SearchHit[]> {
  try {
    const kept = keptSchema.safeParse(JSON.parse(localStorage.getItem(PLACE) ?? '{}'));
    return kept.success ? kept.data : {};
  } catch {
    return {};
  }
}

/** What this person opened last from the search on this machine, the latest first. */
export const recentOf = (personId: string): SearchHit[] => all()[personId] ?? [];

/** What several people of one machine look for is kept apart, and of the last one alone. */
export function rememberOpened(personId: string, hit: SearchHit): void {
  const others = recentOf(personId).filter(({ id }) => id !== hit.id);
  try {
    localStorage.setItem(PLACE, JSON.stringify({ [personId]: [hit, ...others].slice(0, KEPT) }));
  } catch {
    // Without storage there is nothing recent.
  }
}
