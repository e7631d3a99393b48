import { endOfPause } from '#accountability';
import { endLadderPause, ladderPauseIsFollowed, ladderPauses, settleAlertOf } from '#persistence';
import { ladderResumedMessage } from '#reporting';
import type { EngineContext } from '../engine-context.js';
import { tellSupervisors } from '../tell-supervisors.js';
import { suspend } from './heed-pauses.js';
import { recordSetting } from '../trail/index.js';

/**
 * Ends the pauses whose time has run out, and lets every armed clock of a ladder follow what was ordered, a batch a
 * transaction. Restartable at any batch; two processes share the work. Returns how many clocks were written.
 */
export async function followPauses(context: EngineContext, jurisdictionId: string): Promise<number> {
  const { database, clock, book } = context;
  const pending = await database.transaction({ jurisdictionId }, async (tx) => {
    const now = clock.now();
    for (const pause of await ladderPauses(tx))
      if (
        pause.resumedAt === null &&
        endOfPause(pause) <= now &&
        (await endLadderPause(tx, pause.id, endOfPause(pause), null)) > 0
      ) {
        const text = ladderResumedMessage({ label: pause.label, at: endOfPause(pause), by: null });
        await recordSetting(tx, {
          action: 'ladderResumed',
          target: { kind: 'ladder', id: pause.ladder },
          details: { pausedAt: pause.pausedAt, until: pause.until, byItself: true },
          before: { label: pause.label, reason: pause.reason },
        });
        await settleAlertOf(tx, `ladderPause/${pause.id}`, now);
        const told = { kind: 'ladderPause', key: `ladderPause/${pause.id}/over`, ...text };
        await tellSupervisors(tx, book, told, now, { alert: false });
      }
    return (await ladderPauses(tx)).filter(({ followed }) => !followed);
  });
  let written = 0;
  for (const { id } of pending)
    for (;;) {
      const count = await database.transaction({ jurisdictionId }, async (tx) => {
        // As it stands now: it may have been ended meanwhile.
        const pause = (await ladderPauses(tx)).find((one) => one.id === id);
        if (pause === undefined || pause.followed) return 0;
        const batch = await suspend(tx, book, pause);
        if (batch === 0) await ladderPauseIsFollowed(tx, id, pause.resumedAt !== null);
        return batch;
      });
      if (count === 0) break;
      written += count;
    }
  return written;
}
