import type { Config } from '#config';
import { createWebhookSender } from '#courier';
import { outgoingRulesOf } from '#engine';
import { carryWebhooks } from '../../worker/index.js';
import type { Log } from '../terminal/log.js';
import type { Core } from './open-core.js';
import { outsideWorld } from './outside-world.js';
import { paced } from './start-worker.js';
import type { StopList } from './stop-list.js';

const CARRY_EVERY_MS = 2_000;

/**
 * Begins to tell other systems of events. On a rehearsal's clock events get their positions, and nothing is sent: a played
 * card must not reach a real office system.
 */
export async function startWebhooks(config: Config, core: Core, log: Log, stops: StopList): Promise<void> {
  const { database, clock, engine } = core;
  const sender = clock.rehearsal
    ? null
    : createWebhookSender({
        database,
        clock,
        world: await outsideWorld(config),
        rules: outgoingRulesOf(engine.context),
      });
  const carrier = carryWebhooks({
    engine,
    sender,
    baseUrl: config.outside.baseUrl,
    log,
    everyMs: paced(clock, CARRY_EVERY_MS),
  });
  stops.add('事件推送', () => carrier.stop());
}
