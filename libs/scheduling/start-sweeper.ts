import { addMinutes, type Instant } from '#calendar';
import type { Engine } from '#engine';
import type { Clock } from '#persistence';
import { silentLog, type SchedulingLog } from './scheduling-log.js';

export interface SweeperOptions {
  engine: Engine;
  clock: Clock;
  /** Real time between two looks, ms. Default: five seconds. */
  everyMs?: number;
  /** What is done with a jurisdiction; default: `engine.sweep`. */
  lookAfter?: (jurisdictionId: string) => Promise<unknown>;
  /** Sets the alarm of a jurisdiction again; left out: there is no queue. */
  setAlarm?: ((jurisdictionId: string) => Promise<unknown>) | undefined;
  log?: SchedulingLog;
}

export interface Sweeper {
  /** The instant of the last look that went through, by the engine's clock; null: none yet. */
  lastLookAt(): Instant | null;
  /** Why the last look did not go through; null: it did. */
  failure(): string | null;
  /** Looks now, besides the timer. */
  look(this: void): Promise<void>;
  /** No further look; waits for the one under way. May be repeated. */
  stop(): Promise<void>;
}

/** Every jurisdiction's heart beats at least so often, whether or not something is due; those that need something are swept besides. */
const BEAT_MINUTES = 1;
/** What falls due before the next beat but one has its alarm set again: a queue that has lost it would be late by a look. */
const ALARMS_MINUTES = 2 * BEAT_MINUTES;

/**
 * A plain timer that needs PostgreSQL and nothing else. It makes every wake-up droppable: what the queue forgets is
 * late by one look. Any number of them may run, in any number of processes.
 */
export function startSweeper(options: SweeperOptions): Sweeper {
  const { engine, clock, everyMs = 5_000, log = silentLog, setAlarm } = options;
  const lookAfter = options.lookAfter ?? ((id: string) => engine.sweep(id));
  let lastBeat: Instant | null = null;
  let lastLook: Instant | null = null;
  let failure: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> | undefined;
  let stopped = false;

  const wholeLook = async (): Promise<void> => {
    const now = clock.now();
    const beat = lastBeat === null || addMinutes(lastBeat, BEAT_MINUTES) <= now;
    const failures: string[] = [];
    const failed = (id: string) => (error: unknown) => failures.push(`${id}：${reasonOf(error)}`);
    for (const id of beat ? await engine.beatTheQuiet(now) : await engine.jurisdictionsWithWork(now)) {
      if (stopped) return;
      // One jurisdiction that cannot be swept must not keep the others waiting.
      await lookAfter(id).catch(failed(id));
    }
    if (beat && setAlarm !== undefined)
      for (const id of await engine.jurisdictionsWithWork(addMinutes(now, ALARMS_MINUTES)))
        await setAlarm(id).catch(failed(id));
    if (beat) lastBeat = now;
    if (failures.length > 0) throw new Error(failures.join('；'));
    lastLook = now;
  };

  const look = async (): Promise<void> => {
    try {
      await wholeLook();
      if (failure !== null) log.info('定时巡检已恢复。');
      failure = null;
    } catch (error) {
      const reason = reasonOf(error);
      if (reason !== failure) log.error(`定时巡检出错，稍后重试：${reason}`);
      failure = reason;
    }
  };

  const lookOnce = (): Promise<void> => (current ??= look().finally(() => (current = undefined)));
  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => void lookOnce().then(next), everyMs);
  };
  void lookOnce().then(next);

  return {
    lastLookAt: () => lastLook,
    failure: () => failure,
    look: lookOnce,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
