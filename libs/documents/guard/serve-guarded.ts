import { parentPort, workerData } from 'node:worker_threads';
import { DocumentRefused } from '../document-refused.js';

/** What a guarded thread answers, once. */
export type GuardedAnswer<Value> =
  { readonly value: Value } | { readonly refused: string; readonly detail: string };

/** What it says before that: that its own modules are loaded, and that it begins with the bytes. */
export const BEGUN = 'begun';

/** The thread's side of `runGuarded`: does the work on the bytes it was given and answers. */
export async function serveGuarded<Value>(work: (bytes: Uint8Array) => Promise<Value>): Promise<void> {
  if (!parentPort || !(workerData instanceof Uint8Array)) throw new Error('to be started by runGuarded');
  parentPort.postMessage(BEGUN);
  parentPort.postMessage(await answerOf(work, workerData));
}

async function answerOf<Value>(
  work: (bytes: Uint8Array) => Promise<Value>,
  bytes: Uint8Array,
): Promise<GuardedAnswer<Value>> {
  try {
    return { value: await work(bytes) };
  } catch (error) {
    if (error instanceof DocumentRefused) return { refused: error.code, detail: error.message };
    return { refused: 'DOCUMENT_NOT_READ', detail: error instanceof Error ? error.message : String(error) };
  }
}
