import type { Engine } from '#engine';
import { systemClock } from '#persistence';
import { everyJurisdiction, type SchedulingLog } from '#scheduling';
import { sealJurisdiction, type SealKey } from '#sealing';
import { againAndAgain, type Rounds } from './again-and-again.js';

export interface SealerOptions {
  engine: Engine;
  key: SealKey;
  log: SchedulingLog;
  /** Real time between two rounds, ms. */
  everyMs: number;
}

/** Seals what has grown of every jurisdiction's trail, again and again; one that cannot be sealed keeps none waiting. */
export function keepSealing({ engine, key, log, everyMs }: SealerOptions): Rounds {
  return againAndAgain(async (stopped) => {
    for (const id of await everyJurisdiction(engine).catch(() => [])) {
      if (stopped()) return;
      try {
        // The wall's time also in a rehearsal: it says when the seal was made, not what the trail is about.
        await sealJurisdiction(engine.context.database, id, key, () => systemClock.now());
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        log.error(`记录封存出错（${id}），稍后重试：${reason}`);
      }
    }
  }, everyMs);
}
