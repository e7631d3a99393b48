import { DocumentRefused } from '../document-refused.js';

/** So many documents are read at once, so many more may wait. Each may take a whole core and much memory. */
const MAX_RUNNING = 2;
const MAX_WAITING = 50;

let running = 0;
const waiting: (() => void)[] = [];

/** Waits for a turn to read a document. Throws `DocumentRefused` when too many wait already. */
export async function enterGate(): Promise<void> {
  if (running < MAX_RUNNING) {
    running += 1;
    return;
  }
  if (waiting.length >= MAX_WAITING) throw new DocumentRefused('DOCUMENTS_WAITING');
  await new Promise<void>((resolve) => waiting.push(resolve));
}

/** Hands the turn on. */
export function leaveGate(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

export function runningDocuments(): number {
  return running;
}
