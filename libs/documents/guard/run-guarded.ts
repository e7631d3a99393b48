import { Worker } from 'node:worker_threads';
import { DocumentRefused, isRefusalCode } from '../document-refused.js';
import { MAX_FILE_BYTES } from '../reading/limits.js';
import type { GuardedAnswer } from './serve-guarded.js';

export interface GuardLimits {
  /** Milliseconds, from the start of the thread. */
  readonly timeMs: number;
  /** MiB of the thread's own heap. */
  readonly memoryMb: number;
}
export const GUARD_LIMITS: GuardLimits = { timeMs: 10_000, memoryMb: 768 };

/**
 * Reads bytes that nobody has vouched for in a thread of its own, and kills it when its time or memory is used up; the
 * process goes on meanwhile. `worker` is the `.js` module that calls `serveGuarded`. Rejects with `DocumentRefused`.
 */
export async function runGuarded<Answer>(
  worker: URL,
  bytes: Uint8Array,
  limits: GuardLimits = GUARD_LIMITS,
): Promise<Answer> {
  if (bytes.length === 0) throw new DocumentRefused('DOCUMENT_EMPTY');
  if (bytes.length > MAX_FILE_BYTES) throw new DocumentRefused('DOCUMENT_TOO_LARGE');
  const thread = startThread(worker, Uint8Array.from(bytes), limits.memoryMb);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => reject(new DocumentRefused('DOCUMENT_TAKES_TOO_LONG')), limits.timeMs);
      thread.once('message', (answer: GuardedAnswer<Answer>) => {
        if ('value' in answer) resolve(answer.value);
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
    clearTimeout(timer);
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
