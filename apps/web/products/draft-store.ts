import { z } from 'zod';
import { editSchema, type Edit } from './editing.js';

/**
 * Edits stay on the person's own computer until they are saved: a lost connection, an expired session or a closed window loses
 * nothing. Kept by person and product, for one computer serves several people.
 */
const draftSchema = z.object({
  savedAt: z.iso.datetime({ precision: 3 }),
  edits: z.array(editSchema),
});
export type KeptEdits = z.infer<typeof draftSchema>;

const keyOf = (personId: string, productId: string): string => `luoshi.product.${personId}.${productId}`;

export function loadEdits(personId: string, productId: string): KeptEdits | null {
  try {
    const kept = window.localStorage.getItem(keyOf(personId, productId));
    const parsed = draftSchema.safeParse(kept === null ? null : JSON.parse(kept));
    return parsed.success && parsed.data.edits.length > 0 ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The instant of saving, or null where the browser keeps nothing (private window, storage full). Nothing to keep: it goes. */
export function keepEdits(personId: string, productId: string, edits: readonly Edit[]): string | null {
  const savedAt = new Date().toISOString();
  try {
    const key = keyOf(personId, productId);
    if (edits.length === 0) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, JSON.stringify({ savedAt, edits }));
    return savedAt;
  } catch {
    return null;
  }
}
