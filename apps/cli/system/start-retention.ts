import { keepRetention } from '../../worker/index.js';
import type { Log } from '../terminal/log.js';
import type { Core } from './open-core.js';
import type { StopList } from './stop-list.js';

const DAY_MS = 24 * 60 * 60_000;

/** Begins to erase, once a day, the personal data that the policy keeps no longer. */
export function startRetention(core: Core, log: Log, stops: StopList): void {
  const retention = keepRetention({ engine: core.engine, log, everyMs: DAY_MS });
  stops.add('个人信息保存期限', () => retention.stop());
}
