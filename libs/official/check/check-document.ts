import type { Finding } from './finding.js';

/**
 * Measures a `.docx` of whomever against the format, in a thread with limits of time and memory. Empty: nothing is off. Rejects
 * with `DocumentRefused` for what is no `.docx`, is damaged, locked, or too much.
 */
export async function checkDocument(bytes: Uint8Array): Promise<Finding[]> {
  const { runGuarded } = await import('#documents');
  return runGuarded<Finding[]>(new URL('./check.worker.js', import.meta.url), bytes);
}

/** The same for a document of our own writing, without a thread. */
export async function checkOwnDocument(bytes: Uint8Array): Promise<Finding[]> {
  return (await import('./check-docx.js')).checkDocx(bytes);
}
