import { refuse, type Outcome } from '#accountability';
import { acknowledgeDelivery, productById, systemClock, type ProductRead } from '#persistence';
import type { ProductKindCode } from '#products';
import { inTransaction, type EngineContext } from '../../engine-context.js';
import { presentOrigin, recordProduct } from '../../trail/index.js';
import { withdrawRelease } from '../../publication/release-product.js';
import { atProduct, takeStep, type ProductCommand } from './at-product.js';
import { draftProduct } from './produce-product.js';

export interface WithdrawProductCommand extends ProductCommand {
  reason: string;
}

/** Takes back what was issued, with a reason: its number stays taken, its bytes stay kept, and pages say that it is withdrawn. */
export const withdrawProduct = (
  context: EngineContext,
  command: WithdrawProductCommand,
): Promise<Outcome<ProductRead>> =>
  atProduct(context, command, 'withdraw', async (at) => {
    const reason = command.reason.trim();
    if (reason === '') return refuse('ReasonMissing', '请写明撤回的理由。', { field: 'reason' });
    await takeStep(at, command.actor, {
      step: { state: 'withdrawn', withdrawn: { at: at.now, by: command.actor.personId, reason } },
      action: 'productWithdrawn',
    });
    await withdrawRelease(at, reason);
    return { ok: true, value: null };
  });

/**
 * Begins the correction of what was issued: the next edition, a draft from what the record says now, that goes the same way.
 * A correction that is begun already is answered as it is.
 */
export function correctProduct(
  context: EngineContext,
  command: ProductCommand,
): Promise<Outcome<ProductRead>> {
  const drafted: { product?: ProductRead } = {};
  return atProduct(context, command, 'correct', async ({ tx, product }) => {
    const wanted = {
      ...product,
      kind: product.kind as ProductKindCode,
      byAllThatIsKnown: true,
      corrects: product.edition,
    };
    const made = await draftProduct(context, tx, wanted, product.edition + 1, command.actor.personId, null);
    if (made.ok) drafted.product = made.value;
    return made;
  }).then((outcome) =>
    outcome.ok && drafted.product !== undefined ? { ok: true, value: drafted.product } : outcome,
  );
}

/** A person to whom it was delivered has taken note of it. A second time changes nothing. */
export function acknowledgeProduct(
  context: EngineContext,
  { jurisdictionId, actor, productId }: ProductCommand,
): Promise<Outcome<ProductRead>> {
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<ProductRead>> => {
    const product = await productById(tx, productId);
    if (product === null || actor.personId === null)
      return refuse('SubjectNotFound', '找不到这份产品；它可能不在您的权限范围内。');
    if (!(await isReceiver(tx, productId, actor.personId)))
      return refuse('NotPermitted', '这份产品不是发给您的，不需要您签收。');
    if ((await acknowledgeDelivery(tx, productId, actor.personId, context.clock.now())) === 1)
      await recordProduct(tx, presentOrigin(), {
        action: 'productAcknowledged',
        at: systemClock.now(),
        target: { kind: 'product', id: productId },
      });
    return { ok: true, value: product };
  });
}

const isReceiver = async (
  tx: Parameters<typeof productById>[0],
  productId: string,
  personId: string,
): Promise<boolean> => {
  const [found] = await tx.query<{ one: number }>(
    'select 1 as one from product_delivery where jurisdiction_id = $1 and product_id = $2 and person_id = $3',
    [tx.scope.jurisdictionId, productId, personId],
  );
  return found !== undefined;
};
