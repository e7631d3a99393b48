import { identifierOf, refuse, type Actor, type Outcome } from '#accountability';
import { civilDateOf } from '#calendar';
import {
  owedDuty,
  productById,
  roleHolders,
  type IssuedAhead,
  type ProductRead,
  type Transaction,
} from '#persistence';
import { fulfilDutyIn } from '../../duties/fulfil-duty.js';
import { inTransaction, type EngineContext } from '../../engine-context.js';

/**
 * Sees to the duty that waits for an issued product, if it does: one that was seen to by hand is left, and so is one whose window
 * has not opened yet (`fulfilOpenedDuty` comes back to it).
 */
export async function fulfilItsDuty(
  context: EngineContext,
  tx: Transaction,
  { id, obligationId, title, number }: Pick<ProductRead, 'id' | 'obligationId' | 'title' | 'number'>,
  actor: Actor,
): Promise<Outcome<unknown>> {
  if (obligationId === null) return { ok: true, value: null };
  const owed = await owedDuty(tx, obligationId);
  if (owed === null || (owed.state !== 'open' && owed.state !== 'returned')) return { ok: true, value: null };
  const fulfilled = await fulfilDutyIn(tx, context, {
    jurisdictionId: tx.scope.jurisdictionId,
    actor,
    obligationId,
    idempotencyKey: identifierOf('product-issued', id),
    record: { state: 'issued', reference: [number ?? '', title].filter(Boolean).join(' '), note: '' },
  });
  if (fulfilled.ok || fulfilled.rejection.code !== 'NotPermitted') return fulfilled;
  return refuse('NotPermitted', '印发这份产品同时办结一项职责，须由承担该职责的人员印发。');
}

/**
 * Who issued the bulletin on the first has seen to the duty that opens on the third: when it opens it is fulfilled in their name,
 * as far as they still hold the post. What is refused leaves nothing.
 */
export const fulfilOpenedDuty = (
  context: EngineContext,
  jurisdictionId: string,
  { id, issuedBy }: IssuedAhead,
): Promise<Outcome<unknown>> =>
  inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<unknown>> => {
    const product = await productById(tx, id);
    if (product === null) return { ok: true, value: null };
    const held = await roleHolders(tx, civilDateOf(context.clock.now()));
    const roles = held.filter(({ personId }) => personId === issuedBy);
    const unitId = roles[0]?.unitId ?? null;
    return fulfilItsDuty(context, tx, product, { personId: issuedBy, unitId, roles });
  });
