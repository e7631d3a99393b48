import { Controller } from '@nestjs/common';
import type { ProductChanges } from '#contract';
import { figuresChangedSince, mayMake, placeOfProduct, productStateLabel } from '#engine';
import type { OfficialDocument } from '#official';
import { nextEditionOf, productById } from '#persistence';
import type { ProductKindCode } from '#products';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { figuresInOrder } from './figures-in-order.js';

/** What an issued product would say otherwise by now: for the office that would correct it. */
@Controller()
export class ProductChangesController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('productChanges')
  async changes(
    @Input() { params }: InputOf<'productChanges'>,
    @Requester() who: Who,
  ): Promise<ProductChanges> {
    const product = await seenBy(this.context, who, (tx) => productById(tx, params.id));
    if (product === null) throw problem('NotFound');
    // Counted from the whole record, like the product; of a draft its figures are taken anew instead.
    return this.context.database.transaction(
      { jurisdictionId: who.jurisdictionId },
      async (tx) => {
        const place = await placeOfProduct(tx, product);
        if (!mayMake(who.actor, product.kind as ProductKindCode, product.scopeKind, place))
          throw problem('NotPermitted');
        const isOut = product.state === 'issued' || product.state === 'withdrawn';
        const changed = isOut ? await figuresChangedSince(this.context.engine.context, tx, product) : [];
        const next = await nextEditionOf(tx, product);
        const order = figuresInOrder(product.document as OfficialDocument);
        const rank = (name: string): number => order.get(name) ?? order.size;
        return {
          figuresAt: product.figuresAt,
          items: changed.toSorted((a, b) => rank(a.name) - rank(b.name)),
          correction: next && {
            id: next.id,
            state: { code: next.state, label: productStateLabel(next.state) },
          },
        };
      },
      { readOnly: true },
    );
  }
}
