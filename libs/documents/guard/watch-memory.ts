import { runningDocuments } from './thread-gate.js';

const EVERY_MS = 50;
/** Memory outside of a thread's heap (unpacked files, a PDF's streams) has no limit of its own: the process is watched. */
const GROWTH = 2;

/**
 * Calls `onTooMuch` when the process has grown by more than twice what one thread's heap may hold, for each thread that
 * runs. Returns how to stop watching.
 */
export function watchMemory(heapMb: number, onTooMuch: () => void): () => void {
  const before = process.memoryUsage.rss();
  const timer = setInterval(() => {
    const grown = process.memoryUsage.rss() - before;
    if (grown > heapMb * GROWTH * Math.max(1, runningDocuments()) * 1024 * 1024) onTooMuch();
  }, EVERY_MS);
  return () => clearInterval(timer);
}
