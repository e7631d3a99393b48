import { Controller } from '@nestjs/common';
import type { Amendment } from '#contract';
import { decidePlanAmendment, planAmendment } from '#engine';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { valueOf } from '../http/value-of.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { amendmentView } from './amendment.view.js';

/** 修订对照: what a revised text changes of the running plan, decided item by item. */
@Controller()
export class AmendmentController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('amendment')
  amendment(@Input() { params }: InputOf<'amendment'>, @Requester() who: Who): Promise<Amendment> {
    return this.#now(who, params.id);
  }

  @Endpoint('decideAmendment')
  async decide(
    @Input() { params, body }: InputOf<'decideAmendment'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<Amendment> {
    refuseUnconcerned('planReviews', who);
    const { jurisdictionId, actor } = who;
    valueOf(
      await decidePlanAmendment(this.context.engine.context, {
        jurisdictionId,
        actor,
        idempotencyKey,
        reviewId: params.id,
        ...body,
      }),
    );
    return this.#now(who, params.id);
  }

  #now(who: Who, reviewId: string): Promise<Amendment> {
    refuseUnconcerned('planReviews', who);
    return seenBy(this.context, who, async (tx) =>
      amendmentView(valueOf(await planAmendment(this.context.engine.context, tx, reviewId))),
    );
  }
}
