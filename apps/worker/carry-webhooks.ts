import type { WebhookSender } from '#courier';
import { placeEvents, type Engine } from '#engine';
import { followedJurisdictions } from '#persistence';
import type { SchedulingLog } from '#scheduling';
import { againAndAgain, type Rounds } from './again-and-again.js';

const EVERY_MS = 2_000;

export interface CarryWebhooksOptions {
  engine: Engine;
  /** Null: positions are given, and nothing goes out (a rehearsal's clock). */
  sender: WebhookSender | null;
  /** Where people reach the system; null: documents carry no links. */
  baseUrl: string | null;
  log: SchedulingLog;
  everyMs?: number;
}

/**
 * Gives events their positions, and hands them over to the systems that want them, every few seconds. Any number may run,
 * in any number of processes.
 */
export function carryWebhooks({
  engine,
  sender,
  baseUrl,
  log,
  everyMs = EVERY_MS,
}: CarryWebhooksOptions): Rounds {
  let failure: string | null = null;
  return againAndAgain(async (stopped) => {
    try {
      const { context } = engine;
      for (const id of await context.database.outsideTenants(followedJurisdictions)) {
        if (stopped()) return;
        await placeEvents(context, id, { baseUrl, stopped });
        await sender?.send(id, stopped);
      }
      if (failure !== null) log.info('事件推送已恢复。');
      failure = null;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== failure) log.error(`事件推送出错，稍后重试：${reason}`);
      failure = reason;
    }
  }, everyMs);
}
