import { z } from 'zod';
import { keepHere, keptHere } from '../session/kept-here.js';
import { entrySchema } from './draft.js';

/**
 * Drafts stay on the person's own computer until they are filed: a lost connection, an expired session or
 * a closed window loses nothing. Kept by person and sitting, for one computer serves several people.
 * `revision` counts the savings of a draft, whichever window made them: who saves over another's finds it out.
 * Of the first format there is none, and no word of what was carried over; both have a default, so that what was
 * typed before an upgrade is still there after it.
 */
const draftSchema = z.object({
  format: z.literal(2).default(2),
  revision: z.int().nonnegative().default(0),
  /** When what another has filed was filed, where the person has decided what of their own to keep beside it. */
  beside: z.string().nullable().default(null),
  savedAt: z.iso.datetime({ precision: 3 }),
  entries: z.record(z.string(), entrySchema),
});
export type Draft = z.infer<typeof draftSchema>;

export const draftKey = (personId: string, sittingId: string): string =>
  `luoshi.draft.${personId}.${sittingId}`;

export const loadDraft = (key: string): Draft | null => keptHere(key, draftSchema);

/** What was saved, or null where the browser keeps nothing (private window, storage full). */
export function saveDraft(
  key: string,
  { entries, revision, beside }: Pick<Draft, 'entries' | 'revision' | 'beside'>,
): Draft | null {
  const draft: Draft = { format: 2, revision, beside, savedAt: new Date().toISOString(), entries };
  return keepHere(key, draft) ? draft : null;
}

export const dropDraft = (key: string): void => void keepHere(key, null);
