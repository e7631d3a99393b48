import type { Engine } from '#engine';
import { growthMark, grownSince, systemClock, type GrowthMark } from '#persistence';
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

/** So many rounds look only where something was written since the one before; the next one looks everywhere again. */
const NARROW_ROUNDS = 47;

/**
 * Seals what has grown of the jurisdictions' trails, again and again; one that cannot be sealed keeps none waiting. The first
 * round looks at all of them, those after it where lines were written: thousands in which nobody did anything are not asked.
 */
export function keepSealing({ engine, key, log, everyMs }: SealerOptions): Rounds {
  const { database } = engine.context;
  let mark: GrowthMark | null = null;
  let narrow = 0;
  const failed = new Set<string>();
  const seal = async (id: string): Promise<void> => {
    try {
      // The wall's time also in a rehearsal: it says when the seal was made, not what the trail is about.
      await sealJurisdiction(database, id, key, () => systemClock.now());
      failed.delete(id);
    } catch (error) {
      failed.add(id);
      const reason = error instanceof Error ? error.message : String(error);
      log.error(`记录封存出错（${id}），稍后重试：${reason}`);
    }
  };
  return againAndAgain(async (stopped) => {
    try {
      // Made first: what is written while the round goes on is looked at by the next.
      const next = await database.outsideTenants(growthMark);
      const since = narrow < NARROW_ROUNDS ? mark : null;
      const grown =
        since === null
          ? await everyJurisdiction(engine)
          : await database.outsideTenants((tx) => grownSince(tx, since));
      for (const id of new Set([...grown, ...failed])) {
        if (stopped()) return;
        await seal(id);
      }
      mark = next;
      narrow = since === null ? 0 : narrow + 1;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error(`记录封存出错，稍后重试：${reason}`);
    }
  }, everyMs);
}
