import type { Log } from '../terminal/log.js';
import { listenForSignals, type Signals } from './signals.js';
import { stopList, type StopList } from './stop-list.js';

/** A stop that takes longer is broken off. */
const STOP_WITHIN_MS = 40_000;

/**
 * Starts a long-running process and keeps it until a signal comes or a part of it ends unasked, then stops whatever
 * had been started, also where the start fails half-way.
 *
 * @param start answers when all is up; what it resolves to settles with the reason if a part ends unasked
 * @returns 0 after a signal, 1 where a part ended unasked
 */
export async function runUntilStopped(
  log: Log,
  start: (stops: StopList, signals: Signals) => Promise<{ ended: Promise<string> }>,
): Promise<0 | 1> {
  const signals = listenForSignals(log);
  const stops = stopList(log);
  try {
    const { ended } = await start(stops, signals);
    const reason = await Promise.race([signals.asked.then(() => null), ended]);
    if (reason !== null) log.error(reason);
    return reason === null ? 0 : 1;
  } finally {
    const limit = setTimeout(() => {
      log.error(`${STOP_WITHIN_MS / 1000} 秒内未能停止完毕，立即退出。`);
      process.exit(1);
    }, STOP_WITHIN_MS);
    await stops.stop();
    clearTimeout(limit);
    signals.off();
  }
}
