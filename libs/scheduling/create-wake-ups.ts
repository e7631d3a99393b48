import type { Instant } from '#calendar';
import type { AlarmClock } from './alarm-clock.js';
import { onceUntilOver } from './once-until-over.js';
import { openQueueBoard, type QueueBoard } from './queue-board.js';
import { queueDesk, type QueueDesk } from './queue-desk.js';
import { silentLog, type SchedulingLog } from './scheduling-log.js';
import {
  openQueue,
  openWorker,
  type Opened,
  type WakeUpBackend,
  type WakeUpWorker,
} from './wake-up-backend.js';
import { asJob, KEPT_FAILED, QUEUE_NAME, type WakeUpData } from './wake-up-job.js';
import { keepSweeping } from './keep-sweeping.js';
import { within } from './within.js';

export interface WakeUpOptions {
  backend: WakeUpBackend;
  clock: AlarmClock;
  log?: SchedulingLog;
  /** Queues of one server that must not meet are told apart by their name. */
  queueName?: string;
  /** Real time between two looks at whether the queue is paused and its minute's sweep still there, ms. */
  keepEveryMs?: number;
}

/** Running; paused by somebody; or not to be reached. In all three the sweeper goes on. */
export type QueueStanding = 'running' | 'paused' | 'away';

/** What a job asks for: one jurisdiction, or null once a minute for all; `shard` from 1 on: as a helper. */
export type Look = (jurisdictionId: string | null, shard: number) => Promise<void>;

export interface WakeUps {
  /**
   * Has a jurisdiction looked at, at about that instant. Best effort: never throws, never waits long; where the
   * queue is away or paused the call is dropped and the sweeper does the work. Not to be called inside a transaction.
   */
  schedule(jurisdictionId: string, at: Instant, shard?: number): Promise<void>;
  /** Begins to work off the queue. */
  work(look: Look): void;
  /** What was last heard of the queue. */
  standing(this: void): QueueStanding;
  /** Since when the alarm could not be set, by the engine's clock; null: it can. */
  awaySince(this: void): Instant | null;
  /** Figures, pause and resume, what failed. */
  readonly desk: QueueDesk;
  /** The queue to look into, mounted at that address. */
  board(this: void, at: string): Promise<QueueBoard>;
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
const KEEP_EVERY_MS = 15_000;

/** A queue of few, coarse jobs that carry no business data. */
export function createWakeUps(options: WakeUpOptions): WakeUps {
  const { backend, clock, log = silentLog, queueName = QUEUE_NAME, keepEveryMs = KEEP_EVERY_MS } = options;
  const trouble = onceUntilOver(log, `唤醒队列（${backend.kind}）`);
  let worker: Opened<WakeUpWorker> | undefined;
  let closing: Promise<void> | undefined;
  let keeping: NodeJS.Timeout | undefined;
  let lastAttempt = 0;
  let paused = false;
  /** How often the desk has said whether it is paused: newer than what was asked before. */
  let told = 0;
  let away: Instant | null = null;
  const givenUp = (): boolean => closing !== undefined;
  const onError = (error: unknown): void => {
    // What breaks while it is being closed is nobody's concern.
    if (givenUp()) return;
    away ??= clock.now();
    trouble.began(error);
  };
  const queue = openQueue(backend, queueName, givenUp);
  queue.it.on('error', onError);

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    if (givenUp() || (trouble.lasts() && performance.now() < lastAttempt + TRY_AGAIN_MS)) return;
    lastAttempt = performance.now();
    try {
      await within(SCHEDULE_WITHIN_MS, work());
      away = null;
      trouble.over();
    } catch (error) {
      onError(error);
    }
  };

  /** Whatever was lost of the queue (a flush, an empty restart, a fail-over) is put back. */
  const keep = (): Promise<void> =>
    attempt(async () => {
      const before = told;
      const found = await queue.it.isPaused();
      if (told === before) paused = found;
      if (worker !== undefined && !paused) await keepSweeping(queue.it);
    });
  const keepOn = (): void => {
    if (keeping !== undefined || givenUp()) return;
    void keep();
    keeping = setInterval(() => void keep(), keepEveryMs);
    keeping.unref();
  };

  return {
    schedule: async (jurisdictionId, at, shard = 0) => {
      const delay = Math.ceil(clock.msUntil(at));
      keepOn();
      if (delay > HORIZON_MS || paused) return;
      const data = { jurisdictionId, at, shard };
      await attempt(() => queue.it.add('look', data, asJob(data, clock.now(), delay)));
    },
    work: (look) => {
      worker ??= startWorker(backend, queueName, look, onError, givenUp);
      keepOn();
    },
    standing: () => (trouble.lasts() ? 'away' : paused ? 'paused' : 'running'),
    awaySince: () => away,
    desk: queueDesk(queue.it, backend, (now) => {
      told += 1;
      paused = now;
    }),
    board: (at) => openQueueBoard(queue.it, at),
    close: (graceMs = 5_000) => {
      clearInterval(keeping);
      return (closing ??= closeAll([worker, queue], graceMs));
    },
  };
}

function startWorker(
  backend: WakeUpBackend,
  queueName: string,
  look: Look,
  onError: (error: unknown) => void,
  givenUp: () => boolean,
): Opened<WakeUpWorker> {
  const worker = openWorker(
    backend,
    queueName,
    ({ data }: { data: WakeUpData }) => look(data.jurisdictionId, data.shard ?? 0),
    {
      concurrency: 1,
      runRetryDelay: FETCH_AGAIN_MS,
      removeOnComplete: { count: 0 },
      removeOnFail: KEPT_FAILED,
    },
    givenUp,
  );
  worker.it.on('error', onError);
  return worker;
}

async function closeAll(
  parts: (Pick<Opened<unknown>, 'close' | 'drop'> | undefined)[],
  graceMs: number,
): Promise<void> {
  // Begins a turn later, so that `closing` is set for those who ask.
  await Promise.resolve();
  for (const part of parts) {
    // A connection that never came about is waited for by `close` without end.
    if (part !== undefined) await within(graceMs, part.close()).catch(() => part.drop());
  }
}
