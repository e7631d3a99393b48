import { createWorker, type Worker } from '../../worker/index.js';
import type { Log } from '../terminal/log.js';
import type { Core } from './open-core.js';
import type { StopList } from './stop-list.js';

const SWEEP_EVERY_MS = 5_000;

export function startWorker(core: Core, log: Log, stops: StopList): Worker {
  const { engine, clock, watch, wakeUps } = core;
  const speed = clock.rehearsal?.speed ?? 1;
  const worker = createWorker({
    engine,
    clock,
    watch,
    wakeUps,
    // As often by the rehearsal's clock as by the real one, within reason.
    sweepEveryMs: Math.max(50, Math.round(SWEEP_EVERY_MS / Math.max(1, speed))),
    log,
  });
  worker.start();
  stops.add('巡检与队列', () => worker.stop());
  return worker;
}
