import { Worker } from 'node:worker_threads';
import { DocumentRefused, isRefusalCode } from '../document-refused.js';
import { MAX_FILE_BYTES } from '../reading/limits.js';
import { BEGUN, type GuardedAnswer } from './serve-guarded.js';
import { enterGate, leaveGate } from './thread-gate.js';
import { watchMemory } from './watch-memory.js';

export interface GuardLimits {
  /** Milliseconds, from when the thread begins to read: how long it is in starting is not the document's fault. */
  readonly timeMs: number;
  /** MiB of the thread's own heap. */
  readonly memoryMb: number;
}
export const GUARD_LIMITS: GuardLimits = { timeMs: 10_000, memoryMb: 768 };
/** A thread that has not loaded its own modules by then never will. */
const START_WITHIN_MS = 120_000;

/**
 * Reads bytes that nobody has vouched for in a thread of its own, and kills it when its time or memory is used up; the
 * process goes on meanwhile. Two documents are read at once, others wait. `worker` is the `.js` module that calls
 * `serveGuarded`. Rejects with `DocumentRefused`.
 */
export async function runGuarded<Answer>(
  worker: URL,
  bytes: Uint8Array,
  limits: GuardLimits = GUARD_LIMITS,
): Promise<Answer> {
  if (bytes.length === 0) throw new DocumentRefused('DOCUMENT_EMPTY');
  if (bytes.length > MAX_FILE_BYTES) throw new DocumentRefused('DOCUMENT_TOO_LARGE');
  await enterGate();
  try {
    return await runThread<Answer>(worker, bytes, limits);
  } finally {
    leaveGate();
  }
}

async function runThread<Answer>(worker: URL, bytes: Uint8Array, limits: GuardLimits): Promise<Answer> {
  const thread = startThread(worker, Uint8Array.from(bytes), limits.memoryMb);
  let timer: NodeJS.Timeout | undefined;
  let stopWatching: (() => void) | undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const within = (ms: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new DocumentRefused('DOCUMENT_TAKES_TOO_LONG')), ms);
      };
      within(START_WITHIN_MS);
      stopWatching = watchMemory(limits.memoryMb, () =>
        reject(new DocumentRefused('DOCUMENT_NEEDS_TOO_MUCH_MEMORY')),
      );
      thread.on('message', (answer: GuardedAnswer<Answer> | typeof BEGUN) => {
        if (answer === BEGUN) within(limits.timeMs);
        else if ('value' in answer) resolve(answer.value);
        else reject(refusal(answer.refused, answer.detail));
      });
      thread.once('error', (error: Error & { code?: string }) =>
        reject(
          refusal(
            error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'DOCUMENT_NEEDS_TOO_MUCH_MEMORY' : undefined,
            error.message,
          ),
        ),
      );
      thread.once('exit', () => reject(refusal(undefined, 'the thread ended without an answer')));
    });
  } finally {
    thread.removeAllListeners('message');
    clearTimeout(timer);
    stopWatching?.();
    await thread.terminate();
  }
}

function refusal(code: unknown, detail: string): DocumentRefused {
  const refused = new DocumentRefused(isRefusalCode(code) ? code : 'DOCUMENT_NOT_READ');
  refused.cause = detail;
  return refused;
}

function startThread(worker: URL, bytes: Uint8Array<ArrayBuffer>, memoryMb: number): Worker {
  const source = new URL(worker.href.replace(/\.js$/, '.ts'));
  const fromSource = import.meta.url.endsWith('.ts');
  return new Worker(fromSource ? source : worker, {
    workerData: bytes,
    transferList: [bytes.buffer],
    env: {},
    stdout: true,
    stderr: true,
    execArgv: fromSource
      ? ['--no-warnings', '--import', new URL('./from-source.js', import.meta.url).href]
      : [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 128, stackSizeMb: 4 },
  });
}
