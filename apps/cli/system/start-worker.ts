import { createWorker, type Worker } from '../../worker/index.js';
import type { Log } from '../terminal/log.js';
import type { Core } from './open-core.js';
import type { SystemClock } from './system-clock.js';
import type { StopList } from './stop-list.js';

const SWEEP_EVERY_MS = 5_000;

/** As often by the process's clock as by the real one, within reason. */
export const paced = ({ pace }: SystemClock, everyMs: number): number =>
  Math.max(50, Math.round(everyMs / pace));

export function startWorker(core: Core, log: Log, stops: StopList): Worker {
  const { engine, clock, watch, wakeUps } = core;
  const worker = createWorker({
    engine,
    clock,
    watch,
    wakeUps,
    sweepEveryMs: paced(clock, SWEEP_EVERY_MS),
    log,
  });
  worker.start();
  stops.add('巡检与队列', () => worker.stop());
  return worker;
}
