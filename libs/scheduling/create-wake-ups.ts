import type { Instant } from '#calendar';
import type { AlarmClock } from './alarm-clock.js';
import { onceUntilOver } from './once-until-over.js';
import { silentLog, type SchedulingLog } from './scheduling-log.js';
import {
  openQueue,
  openWorker,
  type WakeUpBackend,
  type WakeUpQueue,
  type WakeUpWorker,
} from './wake-up-backend.js';
import { wakeUpId } from './wake-up-id.js';
import { within } from './within.js';

export interface WakeUpOptions {
  backend: WakeUpBackend;
  clock: AlarmClock;
  log?: SchedulingLog;
  /** Queues of one Redis that must not meet are told apart by their name. */
  queueName?: string;
}

export interface WakeUps {
  /**
   * Has a jurisdiction looked at, at about that instant. Best effort: never throws, never waits long; where the
   * queue is away the call is dropped and the sweeper does the work. Not to be called inside a transaction.
   */
  schedule(jurisdictionId: string, at: Instant): Promise<void>;
  /** Begins to work off the queue; `look` gets null once a minute, for "all jurisdictions". */
  work(look: (jurisdictionId: string | null) => Promise<void>): void;
  /** Whether the last that was heard of the queue was good. */
  reachable(): boolean;
  /** Lets what is being worked on finish, for at most `graceMs`. May be repeated. */
  close(graceMs?: number): Promise<void>;
}

/** An alarm further ahead than this is left to a later sweep: the queue keeps few jobs, and only fresh ones. */
const HORIZON_MS = 25 * 3_600_000;
const SCHEDULE_WITHIN_MS = 3_000;
/** While the queue is away, an attempt in so many milliseconds finds out whether it is back; the others are dropped. */
const TRY_AGAIN_MS = 5_000;
/** After a failed fetch; BullMQ's own 15 seconds are long for a queue in our own database. */
const FETCH_AGAIN_MS = 2_000;
const MINUTE_MS = 60_000;

/**
 * A queue of few, coarse jobs that carry no business data. A finished job is removed at once, whichever way it ended,
 * because a job that is kept swallows a new one of the same id without a word.
 */
export function createWakeUps(options: WakeUpOptions): WakeUps {
  const { backend, clock, log = silentLog, queueName = 'luoshi-wake-ups' } = options;
  const trouble = onceUntilOver(log, `唤醒队列（${backend.kind}）`);
  let worker: WakeUpWorker | undefined;
  let closing: Promise<void> | undefined;
  let lastAttempt = 0;
  const givenUp = (): boolean => closing !== undefined;
  const onError = (error: unknown): void => {
    // What breaks while it is being closed is nobody's concern.
    if (!givenUp()) trouble.began(error);
  };
  const queue = openQueue(
    backend,
    queueName,
    { defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 } },
    givenUp,
  );
  queue.on('error', onError);

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    if (givenUp() || (trouble.lasts() && performance.now() < lastAttempt + TRY_AGAIN_MS)) return;
    lastAttempt = performance.now();
    try {
      await within(SCHEDULE_WITHIN_MS, work());
      trouble.over();
    } catch (error) {
      onError(error);
    }
  };

  let sweeping = false;
  /** Where the queue was away when the work began, it is made up for once it is back. */
  const beginSweeping = (): Promise<void> =>
    attempt(async () => {
      await sweepEachMinute(queue);
      sweeping = true;
    });

  return {
    schedule: async (jurisdictionId, at) => {
      const delay = Math.ceil(clock.msUntil(at));
      if (delay > HORIZON_MS) return;
      const jobId = wakeUpId(jurisdictionId, at, clock.now());
      await attempt(() => queue.add('look', { jurisdictionId }, { jobId, delay: Math.max(0, delay) }));
      if (worker !== undefined && !sweeping && !trouble.lasts()) await beginSweeping();
    },
    work: (look) => {
      worker ??= startWorker(backend, queueName, look, onError, givenUp);
      void beginSweeping();
    },
    reachable: () => !trouble.lasts(),
    close: (graceMs = 5_000) => (closing ??= closeAll([worker, queue], graceMs)),
  };
}

function startWorker(
  backend: WakeUpBackend,
  queueName: string,
  look: (jurisdictionId: string | null) => Promise<void>,
  onError: (error: unknown) => void,
  givenUp: () => boolean,
): WakeUpWorker {
  const worker = openWorker(
    backend,
    queueName,
    ({ data }) => look(data.jurisdictionId),
    {
      concurrency: 1,
      runRetryDelay: FETCH_AGAIN_MS,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    },
    givenUp,
  );
  worker.on('error', onError);
  return worker;
}

/** One for all processes: whichever is free takes it. */
function sweepEachMinute(queue: WakeUpQueue): Promise<unknown> {
  return queue.upsertJobScheduler(
    'sweep',
    { every: MINUTE_MS },
    { name: 'sweep', data: { jurisdictionId: null }, opts: { removeOnComplete: true, removeOnFail: true } },
  );
}

async function closeAll(parts: (WakeUpWorker | WakeUpQueue | undefined)[], graceMs: number): Promise<void> {
  // Begins a turn later, so that `closing` is set for those who ask.
  await Promise.resolve();
  for (const part of parts) {
    // A connection that never came about is waited for by `close` without end.
    if (part !== undefined) await within(graceMs, part.close()).catch(() => undefined);
  }
}
