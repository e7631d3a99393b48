import { z } from 'zod';
import { keepHere, keptHere } from '../session/kept-here.js';
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
  const kept = keptHere(keyOf(personId, productId), draftSchema);
  return kept !== null && kept.edits.length > 0 ? kept : null;
}

/** The instant of saving, or null where the browser keeps nothing (private window, storage full). Nothing to keep: it goes. */
export function keepEdits(personId: string, productId: string, edits: readonly Edit[]): string | null {
  const savedAt = new Date().toISOString();
  return keepHere(keyOf(personId, productId), edits.length === 0 ? null : { savedAt, edits })
    ? savedAt
    : null;
}
