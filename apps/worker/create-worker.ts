import type { Instant } from '#calendar';
import type { Engine } from '#engine';
import type { Clock } from '#persistence';
import {
  startSweeper,
  type QueueStanding,
  type SchedulingLog,
  type Sweeper,
  type WakeUps,
  type Watch,
} from '#scheduling';

export interface WorkerDependencies {
  engine: Engine;
  clock: Clock;
  watch: Watch;
  /** Null: no queue; the sweeper does all the work. */
  wakeUps: WakeUps | null;
  /** Real time between two looks of the sweeper, ms. Default: five seconds. */
  sweepEveryMs?: number;
  log?: SchedulingLog;
}

export interface WorkerStatus {
  /** When the sweeper last got through, by the engine's clock. */
  lastLookAt: Instant | null;
  /** Why its last look failed; null: it did not. */
  failure: string | null;
  /** Null: there is no queue. */
  queue: QueueStanding | null;
}

export interface Worker {
  start(): void;
  status(this: void): WorkerStatus;
  /** Ends the sweeper and the queue's consumer; what is under way is finished. May be repeated. */
  stop(): Promise<void>;
}

/** Queue consumer and sweeper: whatever woke it, what it does is to look at the database. */
export function createWorker(dependencies: WorkerDependencies): Worker {
  const { engine, clock, watch, wakeUps, sweepEveryMs, log } = dependencies;
  let sweeper: Sweeper | undefined;
  return {
    start: () => {
      sweeper ??= startSweeper({
        engine,
        clock,
        lookAfter: (jurisdictionId) => watch.lookAfter(jurisdictionId),
        setAlarm: watch.setAlarm,
        ...(sweepEveryMs === undefined ? {} : { everyMs: sweepEveryMs }),
        ...(log === undefined ? {} : { log }),
      });
      const { look } = sweeper;
      wakeUps?.work((jurisdictionId, shard) =>
        jurisdictionId === null ? look() : watch.lookAfter(jurisdictionId, shard),
      );
    },
    status: () => ({
      lastLookAt: sweeper?.lastLookAt() ?? null,
      failure: sweeper?.failure() ?? null,
      queue: wakeUps?.standing() ?? null,
    }),
    stop: async () => {
      await sweeper?.stop();
      await wakeUps?.close();
      await watch.stop();
    },
  };
}
