import type { Config } from '#config';
import { createCourier } from '#courier';
import { rulesInForce } from '#engine';
import { carryLetters } from '../../worker/index.js';
import type { Log } from '../terminal/log.js';
import type { Core } from './open-core.js';
import { outsideWorld } from './outside-world.js';
import { paced } from './start-worker.js';
import type { StopList } from './stop-list.js';

const LINK_DAYS = 7;
const CARRY_EVERY_MS = 5_000;

/**
 * Begins to carry messages out of the house. Not on a rehearsal's clock: a played day must never ring a real
 * telephone.
 */
export async function startCourier(config: Config, core: Core, log: Log, stops: StopList): Promise<void> {
  if (core.clock.rehearsal) return;
  const courier = createCourier({
    database: core.database,
    clock: core.clock,
    world: await outsideWorld(config),
    rules: rulesInForce(core.engine.context),
    letters: { baseUrl: config.outside.baseUrl, linkDays: LINK_DAYS },
  });
  const carrier = carryLetters(courier, log, paced(core.clock, CARRY_EVERY_MS));
  stops.add('消息发送', () => carrier.stop());
}
