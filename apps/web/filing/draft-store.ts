import { z } from 'zod';
import { entrySchema, type Entries } from './draft.js';

/**
 * Drafts stay on the person's own computer until they are filed: a lost connection, an expired session or
 * a closed window loses nothing. Kept by person and sitting, for one computer serves several people.
 */
const draftSchema = z.object({
  savedAt: z.iso.datetime({ precision: 3 }),
  entries: z.record(z.string(), entrySchema),
});
export type Draft = z.infer<typeof draftSchema>;

const keyOf = (personId: string, sittingId: string): string => `luoshi.draft.${personId}.${sittingId}`;

export function loadDraft(personId: string, sittingId: string): Draft | null {
  try {
    const kept = window.localStorage.getItem(keyOf(personId, sittingId));
    const parsed = draftSchema.safeParse(kept === null ? null : JSON.parse(kept));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The instant of saving, or null where the browser keeps nothing (private window, storage full). */
export function saveDraft(personId: string, sittingId: string, entries: Entries): string | null {
  const savedAt = new Date().toISOString();
  try {
    window.localStorage.setItem(keyOf(personId, sittingId), JSON.stringify({ savedAt, entries }));
    return savedAt;
  } catch {
    return null;
  }
}

export function dropDraft(personId: string, sittingId: string): void {
  try {
    window.localStorage.removeItem(keyOf(personId, sittingId));
  } catch {
    // Nothing was kept, so nothing needs to go.
  }
}
