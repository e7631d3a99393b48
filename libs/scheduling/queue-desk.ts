import type { Job } from 'bullmq';
import { SWEEP } from './keep-sweeping.js';
import type { WakeUpBackend, WakeUpQueue } from './wake-up-backend.js';
import { within } from './within.js';

export interface QueueStatus {
  backend: 'postgres' | 'redis' | 'redisSentinel' | 'redisCluster';
  paused: boolean;
  waiting: number;
  active: number;
  /** Alarms that are set. */
  delayed: number;
  /** Kept for people to see: the newest hundred of a week. */
  failed: number;
  /** When the next sweep of the minute is due, wall time; null: none is planned. */
  nextSweepAt: string | null;
}

export interface FailedWakeUp {
  id: string;
  /** Null: the sweep of all. */
  jurisdictionId: string | null;
  /** The instant that it rang for, by the engine's clock. */
  at: string | null;
  /** Wall time. */
  failedAt: string | null;
  /** May name hosts and users: for administrators. */
  reason: string;
}

/**
 * What people do with the queue. Pausing it holds nobody up: wake-ups are dropped meanwhile, and the sweeper, which
 * needs the database alone, looks every few seconds.
 */
export interface QueueDesk {
  /** @throws where the queue cannot be reached within five seconds; so do the others */
  status(this: void): Promise<QueueStatus>;
  pause(this: void): Promise<void>;
  resume(this: void): Promise<void>;
  /** Newest first. */
  failed(this: void, limit?: number): Promise<FailedWakeUp[]>;
  /** Puts one that failed back, or all of them; how many were there. */
  requeue(this: void, id?: string): Promise<number>;
}

const ANSWER_WITHIN_MS = 5_000;

export function queueDesk(
  queue: WakeUpQueue,
  backend: WakeUpBackend,
  onPaused: (paused: boolean) => void,
): QueueDesk {
  const asked = <T>(work: () => Promise<T>): Promise<T> => within(ANSWER_WITHIN_MS, work());
  const failed = async (limit = 100): Promise<Job[]> =>
    (await queue.getFailed(0, limit - 1)).filter((job) => job !== undefined);
  return {
    status: () =>
      asked(async () => {
        const [paused, counts, rhythm] = await Promise.all([
          queue.isPaused(),
          queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
          queue.getJobScheduler(SWEEP),
        ]);
        onPaused(paused);
        return {
          backend: kindOf(backend),
          paused,
          waiting: counts['waiting'] ?? 0,
          active: counts['active'] ?? 0,
          delayed: counts['delayed'] ?? 0,
          failed: counts['failed'] ?? 0,
          nextSweepAt: rhythm?.next === undefined ? null : new Date(rhythm.next).toISOString(),
        };
      }),
    pause: () =>
      asked(async () => {
        await queue.pause();
        onPaused(true);
      }),
    resume: () =>
      asked(async () => {
        await queue.resume();
        onPaused(false);
      }),
    failed: (limit) => asked(async () => (await failed(limit)).map(toldOf)),
    requeue: (id) =>
      asked(async () => {
        const found = id === undefined ? await failed() : [await queue.getJob(id)];
        let count = 0;
        for (const job of found) {
          if (job === undefined || !(await job.isFailed())) continue;
          await job.retry('failed');
          count += 1;
        }
        return count;
      }),
  };
}

function kindOf(backend: WakeUpBackend): QueueStatus['backend'] {
  if (backend.kind === 'postgres') return 'postgres';
  const { kind } = backend.redis.shape;
  return kind === 'single' ? 'redis' : kind === 'sentinel' ? 'redisSentinel' : 'redisCluster';
}

function toldOf({ id, data, finishedOn, failedReason }: Job): FailedWakeUp {
  const { jurisdictionId = null, at = null } = data as { jurisdictionId?: string | null; at?: string | null };
  return {
    id: id ?? '',
    jurisdictionId,
    at,
    failedAt: finishedOn === undefined ? null : new Date(finishedOn).toISOString(),
    reason: failedReason ?? '',
  };
}
