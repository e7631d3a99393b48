import type { Engine } from '#engine';
import { silentLog, type SchedulingLog } from './scheduling-log.js';
import type { WakeUps } from './create-wake-ups.js';

export interface WatchOptions {
  /** A function, because the engine in its turn is made with `wake`. */
  engine: () => Engine;
  /** Null: no queue; the sweeper is alone. */
  wakeUps: WakeUps | null;
  log?: SchedulingLog;
  /** A sweep that takes longer calls for others; real time, ms. */
  helpAfterMs?: number;
}

/** Between the engine and the queue of one process. */
export interface Watch {
  /** For `createEngine`: after commits, sets the alarm for what comes next. Returns at once and never throws. */
  wake(this: void, jurisdictionId: string): void;
  /**
   * Sweeps a jurisdiction and sets the alarm for what comes next. One at a time for each jurisdiction; whoever comes as
   * a helper (`shard` from 1 on) while it is swept here already goes again.
   */
  lookAfter(this: void, jurisdictionId: string, shard?: number): Promise<void>;
  /** Sets the alarm for what comes next, where there is a queue; one that is set already stays as it is. */
  setAlarm(this: void, jurisdictionId: string): Promise<void>;
  /** No more alarms; waits for the sweeps that are under way. */
  stop(): Promise<void>;
}

/** Commits that follow each other closely set one alarm. */
const COALESCE_MS = 50;
/** A sweep that takes longer (a month's end of a million) calls, and goes on calling, for whoever is free. */
const HELP_AFTER_MS = 1_000;
/** More hands than this on one jurisdiction only wait for each other. */
const SHARDS_AT_MOST = 8;

export function createWatch({
  engine,
  wakeUps,
  log = silentLog,
  helpAfterMs = HELP_AFTER_MS,
}: WatchOptions): Watch {
  const running = new Map<string, Promise<void>>();
  const askedAgain = new Set<string>();
  const timers = new Map<string, NodeJS.Timeout>();
  let stopped = false;

  const setAlarm = async (jurisdictionId: string): Promise<void> => {
    if (wakeUps === null || stopped) return;
    const at = await engine().nextInstant(jurisdictionId);
    if (at !== null) await wakeUps.schedule(jurisdictionId, at);
  };

  const callForHelp = (jurisdictionId: string, shard: number): NodeJS.Timeout =>
    setInterval(() => {
      if (shard < SHARDS_AT_MOST && !stopped)
        void wakeUps?.schedule(jurisdictionId, engine().context.clock.now(), shard);
    }, helpAfterMs).unref();

  const sweep = async (jurisdictionId: string, shard: number): Promise<void> => {
    const calling = callForHelp(jurisdictionId, shard + 1);
    try {
      do {
        askedAgain.delete(jurisdictionId);
        await engine().sweep(jurisdictionId);
      } while (askedAgain.has(jurisdictionId) && !stopped);
    } finally {
      clearInterval(calling);
    }
    await setAlarm(jurisdictionId);
  };

  return {
    setAlarm,
    wake: (jurisdictionId) => {
      // A sweep under way sets the alarm at its end.
      if (wakeUps === null || stopped || timers.has(jurisdictionId) || running.has(jurisdictionId)) return;
      const timer = setTimeout(() => {
        timers.delete(jurisdictionId);
        setAlarm(jurisdictionId).catch((error: unknown) => log.error(`未能设置唤醒：${String(error)}`));
      }, COALESCE_MS);
      timers.set(jurisdictionId, timer);
    },
    lookAfter: async (jurisdictionId, shard = 0) => {
      const other = running.get(jurisdictionId);
      if (other !== undefined) {
        if (shard > 0) return;
        askedAgain.add(jurisdictionId);
        return other;
      }
      const work = sweep(jurisdictionId, shard).finally(() => running.delete(jurisdictionId));
      running.set(jurisdictionId, work);
      return work;
    },
    stop: async () => {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      await Promise.allSettled(running.values());
    },
  };
}
