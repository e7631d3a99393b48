import type { GuardLimits } from '#documents';
import type { Extraction } from '../extraction.schema.js';
import type { PlanReading } from './extract-blocks.js';

/**
 * Reads and understands a document as it was published: .txt, .html, .docx, .xlsx, .pdf with text, found out by its
 * content. Works in a thread that is killed when it takes too long or too much; rejects with `DocumentRefused` (stable
 * code, Chinese message) from `#documents`.
 */
export async function readPlanDocument(bytes: Uint8Array, limits?: GuardLimits): Promise<PlanReading> {
  // Loaded when first needed, so that who only reads text does not load the office formats.
  const { runGuarded } = await import('#documents');
  const worker = new URL('./read-plan-document.worker.js', import.meta.url);
  return runGuarded<PlanReading>(worker, bytes, limits);
}

/** The extraction alone; see `readPlanDocument`. */
export async function extractDocument(bytes: Uint8Array, limits?: GuardLimits): Promise<Extraction> {
  return (await readPlanDocument(bytes, limits)).extraction;
}
