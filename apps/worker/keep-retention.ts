import { eraseExpired, retentionNow, rulesInForce, type Engine } from '#engine';
import { everyJurisdiction, type SchedulingLog } from '#scheduling';
import { againAndAgain, type Rounds } from './again-and-again.js';

export interface RetentionOptions {
  engine: Engine;
  log: SchedulingLog;
  /** Real time between two rounds, ms. */
  everyMs: number;
}

/** Erases of every jurisdiction what its policy keeps no longer, again and again; one that fails keeps none waiting. */
export function keepRetention({ engine, log, everyMs }: RetentionOptions): Rounds {
  const { database } = engine.context;
  return againAndAgain(async (stopped) => {
    for (const id of await everyJurisdiction(engine).catch(() => [])) {
      if (stopped()) return;
      try {
        const { policy } = await database.transaction({ jurisdictionId: id }, rulesInForce(engine.context), {
          readOnly: true,
        });
        await eraseExpired(database, id, policy.retention, retentionNow(engine.context.clock));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        log.error(`个人信息清除出错（${id}），稍后重试：${reason}`);
      }
    }
  }, everyMs);
}
