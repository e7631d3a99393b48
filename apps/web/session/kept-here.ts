import type { z } from 'zod';

/** What is kept on this computer; null where there is nothing, where it does not fit, and where the browser keeps nothing. */
export function keptHere<T>(place: string, schema: z.ZodType<T>): T | null {
  try {
    const kept = window.localStorage.getItem(place);
    return kept === null ? null : (schema.safeParse(JSON.parse(kept)).data ?? null);
  } catch {
    return null;
  }
}

/** Keeps something, or null: lets it go. False where the browser keeps nothing (private window, storage full). */
export function keepHere(place: string, value: object | null): boolean {
  try {
    if (value === null) window.localStorage.removeItem(place);
    else window.localStorage.setItem(place, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
