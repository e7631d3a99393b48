import type { Actor } from '#accountability';
import type { Transaction } from '#persistence';

/** Whether the actor is who asked for the closure that waits: nobody passes their own through a gate, nor sends it back to themselves. */
export async function askedForClosure(tx: Transaction, taskId: string, actor: Actor): Promise<boolean> {
  const [last] = await tx.query<{ by: string | null }>(
    `select actor_id as by from event
     where jurisdiction_id = $1 and subject_kind = 'task' and subject_id = $2 and type = 'CLOSURE_REQUESTED'
     order by seq desc limit 1`,
    [tx.scope.jurisdictionId, taskId],
  );
  return actor.personId !== null && last?.by === actor.personId;
}
