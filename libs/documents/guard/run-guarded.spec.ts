import { DocumentRefused } from '../document-refused.js';
import { type GuardLimits, runGuarded } from './run-guarded.js';

const WORKER = new URL('./testing/misbehave.worker.js', import.meta.url);
const LIMITS: GuardLimits = { timeMs: 120_000, memoryMb: 64 };
const run = (told: string, limits = LIMITS): Promise<string> =>
  runGuarded<string>(WORKER, new TextEncoder().encode(told), limits);
const codeOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof DocumentRefused ? error.code : String(error)),
  );

describe('a guarded thread', () => {
  it('is killed when its time is up, and everything else goes on meanwhile', async () => {
    const meanwhile = async (timeMs: number): Promise<string[]> => {
      const order: string[] = [];
      const spinning = codeOf(run('spin', { timeMs, memoryMb: 64 })).then((code) => order.push(code));
      for (let i = 0; i < 5; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        order.push('tick');
      }
      expect(await run('while the other spins')).toBe('while the other spins');
      order.push('another');
      await spinning;
      expect([...order].sort()).toEqual([
        'DOCUMENT_TAKES_TOO_LONG',
        'another',
        ...Array<string>(5).fill('tick'),
      ]);
      return order;
    };
    // On a busy machine the other one takes its time, too: then both are given more of it.
    let order: string[] = [];
    for (let timeMs = 1_000; order.at(-1) !== 'DOCUMENT_TAKES_TOO_LONG' && timeMs < 100_000; timeMs *= 4)
      order = await meanwhile(timeMs);
    expect(order).toEqual(['tick', 'tick', 'tick', 'tick', 'tick', 'another', 'DOCUMENT_TAKES_TOO_LONG']);
  });

  it('is killed when its heap is full, and when memory outside of its heap is', async () => {
    expect(await codeOf(run('heap'))).toBe('DOCUMENT_NEEDS_TOO_MUCH_MEMORY');
    expect(await codeOf(run('buffers'))).toBe('DOCUMENT_NEEDS_TOO_MUCH_MEMORY');
    expect(await run('the next one')).toBe('the next one');
  });

  it('that ends or fails without an answer is a document that was not read', async () => {
    expect(await codeOf(run('exit'))).toBe('DOCUMENT_NOT_READ');
    expect(await codeOf(run('throw'))).toBe('DOCUMENT_NOT_READ');
    expect(await run('the next one')).toBe('the next one');
  });

  it('knows nothing of the environment', async () => {
    expect(await run('environment')).toBe('{}');
  });

  it('is one of two; others wait their turn, and too many are sent away', async () => {
    const answers = await Promise.all(Array.from({ length: 53 }, () => codeOf(run('wait'))));
    expect(answers.filter((answer) => answer === 'read')).toHaveLength(52);
    expect(answers.at(-1)).toBe('DOCUMENTS_WAITING');
    expect(await run('the next one')).toBe('the next one');
  });
});
