import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { RedisConfig } from '#config';
import { openRedis } from './redis-connection.js';

/** One timer of one subject, as a queue would keep it that knows nothing of a database. */
export interface Timer {
  subjectId: string;
  name: string;
  /** ISO, UTC. */
  at: string;
}

/** For measuring only: what a Redis that is thrown away afterwards holds, and what one job a timer would cost. */
export interface QueueMemory {
  /** `used_memory`, once it has settled; the same for whoever asks again. */
  bytes(): Promise<number>;
  /** Keys of all kinds. */
  keys(): Promise<number>;
  /** One delayed job for each timer. */
  addJobs(timers: readonly Timer[]): Promise<void>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

const SETTLED_WITHIN_BYTES = 2_048;
const LOOKS_AT_MOST = 50;

/** @throws where nobody answers; what is in that Redis is at the caller's disposal */
export async function openQueueMemory(redis: RedisConfig): Promise<QueueMemory> {
  let over = false;
  const client = openRedis(redis, 'consumer', () => over);
  if (!(client instanceof Redis)) throw new Error('one server is measured, not a cluster');
  await client.ping();
  const queue = new Queue('one-job-a-timer', { connection: client, prefix: '{bench}' });
  await queue.waitUntilReady();
  return {
    bytes: async () => {
      let last = Number.NaN;
      for (let look = 0; look < LOOKS_AT_MOST; look += 1) {
        await client.call('MEMORY', 'PURGE');
        const now = Number(/^used_memory:(\d+)/mu.exec(await client.info('memory'))?.[1]);
        if (Math.abs(now - last) <= SETTLED_WITHIN_BYTES) return now;
        last = now;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return last;
    },
    keys: () => client.dbsize(),
    addJobs: async (timers) => {
      const now = Date.now();
      await queue.addBulk(
        timers.map(({ subjectId, name, at }) => ({
          // As lean as it can be: longer data or options would double what a job takes.
          name,
          data: { id: subjectId },
          opts: { delay: Math.max(1, Date.parse(at) - now) },
        })),
      );
    },
    empty: async () => {
      await client.flushall();
      // Tables shrink when they are looked at, a little at a time.
      await client.call('MEMORY', 'PURGE');
    },
    close: async () => {
      over = true;
      await queue.close();
      client.disconnect();
    },
  };
}
