import { reaches, type Actor, type ProductRules, type SubjectScope } from '#accountability';
import type { ProductRead } from '#persistence';
import { productKind, type ProductKindCode, type ProductMaker } from '#products';

/** What can be done with a product. */
export type ProductAct =
  'refresh' | 'edit' | 'review' | 'return' | 'issue' | 'withdraw' | 'correct' | 'abandon' | 'acknowledge';

/** Who makes a product of this kind about a thing of this kind; null where there is none of it. */
export const makerOf = (kind: ProductKindCode, per: ProductRead['scopeKind']): ProductMaker | null =>
  productKind(kind).scopes.find((scope) => scope.per === per)?.by ?? null;

/** Whether this person makes it: holds the role of its maker where it belongs. */
export function mayMake(
  actor: Actor,
  kind: ProductKindCode,
  per: ProductRead['scopeKind'],
  place: SubjectScope,
): boolean {
  const maker = makerOf(kind, per);
  return maker !== null && actor.roles.some((held) => held.role === maker && reaches(held, place));
}

/** What of its life is open in its state. */
const OPEN: Readonly<Record<ProductRead['state'], readonly ProductAct[]>> = {
  draft: ['refresh', 'edit', 'review', 'abandon'],
  reviewed: ['return', 'issue', 'abandon'],
  issued: ['withdraw', 'correct'],
  withdrawn: ['correct'],
  abandoned: [],
};

/**
 * What this person may do with this product now. Its maker makes it, reviews and issues it; where the policy wants two
 * persons, nobody issues what they reviewed.
 */
export function productActs(
  actor: Actor,
  product: Pick<ProductRead, 'kind' | 'scopeKind' | 'state' | 'reviewedBy'>,
  place: SubjectScope,
  rules: Pick<ProductRules, 'reviewedByAnother'>,
): ProductAct[] {
  if (!mayMake(actor, product.kind as ProductKindCode, product.scopeKind, place)) return [];
  const own = rules.reviewedByAnother && product.reviewedBy === actor.personId;
  return OPEN[product.state].filter((act) => act !== 'issue' || !own);
}
