import { identifierOf } from '#accountability';
import { civilDateOf, nextOpenInstant } from '#calendar';
import type { OfficialDocument } from '#official';
import {
  insertMessages,
  insertProductDeliveries,
  roleHolders,
  unitsOfTasks,
  type RoleHolder,
} from '#persistence';
import { productKind, type ProductKindCode } from '#products';
import type { AtProduct } from './at-product.js';

/** Hands an issued product out: a message to each person whom it goes to, in the hours in which people may be messaged. */
export async function deliverProduct(
  at: AtProduct,
  { title }: OfficialDocument,
  number: string | null,
): Promise<void> {
  const { tx, product, policy, calendar, now } = at;
  const name = productKind(product.kind as ProductKindCode).name;
  const deliverAt = nextOpenInstant(calendar, now, policy.quietHours);
  const messages = (await receivers(at)).map(({ personId, unitId }) => {
    const key = `${personId}/product/${product.id}`;
    return {
      id: identifierOf('message', key),
      personId,
      unitId,
      kind: 'product:issued',
      subjectKind: null,
      subjectId: null,
      noticeId: null,
      title: product.edition > 1 ? `【更正】${title}` : title,
      body: `${name}${number === null ? '' : `（${number}）`}已印发，请登录查看并签收。`,
      deliverAt,
      createdAt: now,
      idempotencyKey: key,
    };
  });
  await insertMessages(tx, messages);
  await insertProductDeliveries(
    tx,
    product.id,
    messages.map(({ id, personId, unitId }) => ({ messageId: id, personId, unitId, deliveredAt: deliverAt })),
  );
}

/** Who gets it: the offices of its plan, and of its units those who answer for them. Once each. */
export async function receivers({
  tx,
  product,
  policy,
  place,
  now,
}: Pick<AtProduct, 'tx' | 'product' | 'policy' | 'place' | 'now'>): Promise<RoleHolder[]> {
  const units = new Set(
    product.scopeKind === 'unit'
      ? [product.scopeId]
      : await unitsOfTasks(tx, product.planId, product.scopeKind === 'action' ? product.scopeId : null),
  );
  const within = ({ scopeKind, scopeId }: RoleHolder): boolean => {
    switch (scopeKind) {
      case 'jurisdiction':
        return true;
      case 'plan':
        return scopeId === place.planCode;
      case 'action':
        return place.actionCode === null
          ? scopeId.startsWith(`${place.planCode}/`)
          : scopeId === `${place.planCode}/${place.actionCode}`;
      default:
        return units.has(scopeId);
    }
  };
  if (product.scopeKind === 'person') {
    const own = (await roleHolders(tx, civilDateOf(now))).find(
      ({ personId }) => personId === product.scopeId,
    );
    return own ? [own] : [];
  }
  const wanted = new Set<string>(policy.products.deliverTo);
  const holders = (await roleHolders(tx, civilDateOf(now))).filter(
    (holder) => wanted.has(holder.role) && within(holder),
  );
  return [...new Map(holders.map((holder) => [holder.personId, holder])).values()];
}
