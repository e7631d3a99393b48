import { personsIn, type Actor } from '#accountability';
import type { Transaction } from '#persistence';

/** Whether the actor, or for whom they act, is who asked for the closure that waits, or for whom it was asked: nobody passes their own through a gate, nor sends it back to themselves. */
export async function askedForClosure(tx: Transaction, taskId: string, actor: Actor): Promise<boolean> {
  const [last] = await tx.query<{ by: string | null; behalf: string | null }>(
    `select actor_id as by, payload ->> 'onBehalfOf' as behalf from event
     where jurisdiction_id = $1 and subject_kind = 'task' and subject_id = $2 and type = 'CLOSURE_REQUESTED'
     order by seq desc limit 1`,
    [tx.scope.jurisdictionId, taskId],
  );
  return personsIn(actor).some((person) => person === last?.by || person === last?.behalf);
}
