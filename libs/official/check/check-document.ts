import { runGuarded } from '#documents';
import type { Finding } from './finding.js';

/** Measures a `.docx` of whomever in a thread with limits of time and memory. Rejects with `DocumentRefused`. */
export const checkDocument = (bytes: Uint8Array): Promise<Finding[]> =>
  runGuarded<Finding[]>(new URL('./check.worker.js', import.meta.url), bytes);
