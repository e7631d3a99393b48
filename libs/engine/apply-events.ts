import type { Rejection } from '#accountability';
import { clockRefusal } from './arm-clock.js';
import type { Applied, Envelope, Held, Shell } from './envelope.js';
import { UnitOfWork } from './unit-of-work.js';

export type AppliedOrRefused = { ok: true; applied: Applied[] } | { ok: false; rejection: Rejection };

/**
 * The one way in which a task, an obligation or a reporting line changes: within the transaction given, locked
 * read, decision, one write of snapshots, events, clocks, notices and messages. What an event brings about in other
 * subjects happens in the same transaction. A refusal leaves nothing: the caller lets the transaction end without
 * having written.
 *
 * The last of the writing is under way when this returns, and goes on with the commit; it is that which fails where a
 * statement does.
 *
 * @param held what the caller has locked itself, so that it is not read twice
 */
export async function applyEvents(
  shell: Shell,
  envelopes: readonly Envelope[],
  held?: Held,
): Promise<AppliedOrRefused> {
  const work = new UnitOfWork(shell);
  const refused = await work.take(envelopes, held).catch((error: unknown) => {
    // Of what the engine does by itself, nobody would hear: that stays an error, with its reason.
    const refusal = envelopes.some(({ actor }) => actor.personId !== null) ? clockRefusal(error) : null;
    if (refusal === null) throw error;
    return refusal;
  });
  if (refused) return { ok: false, rejection: refused };
  shell.fault('applyEvents.decided');
  await work.write();
  shell.fault('applyEvents.written');
  return { ok: true, applied: work.applied };
}
