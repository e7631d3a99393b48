import { refuse, type Outcome } from '#accountability';
import type { Instant } from '#calendar';
import { lockSubjects, sittingById, type SittingRead, type Transaction } from '#persistence';
import { inTransaction, type EngineContext } from './engine-context.js';

/**
 * An act on a unit's sitting, in one transaction, under the lock of its line, which every transaction that touches a sitting
 * takes first.
 *
 * Refused: SubjectNotFound, and what the act refuses.
 */
export function onSitting<T>(
  context: EngineContext,
  { jurisdictionId, sittingId }: { jurisdictionId: string; sittingId: string },
  act: (tx: Transaction, sitting: SittingRead, now: Instant) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<T>> => {
    const now = context.clock.now();
    const sitting = await sittingById(tx, sittingId);
    if (!sitting) return refuse('SubjectNotFound', '找不到这一填报批次。');
    await lockSubjects(tx, 'reportingLine', [sitting.reportingLineId]);
    return act(tx, sitting, now);
  });
}
