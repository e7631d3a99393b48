import { Controller } from '@nestjs/common';
import type { Changed, ExplanationView, ReviewItem } from '#contract';
import { explainObligation } from '#engine';
import { listReportsOfObligations, listReviews, readObligation, readSubjectState } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { actOn } from '../http/act-on.js';
import { Endpoint } from '../http/endpoint.js';
import { VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { explanationView } from '../view/explanation.view.js';
import { obligationStateLabel } from '../view/labels.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { mayReview, reviewItem } from './review.view.js';

@Controller()
export class ReviewController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('reviews')
  reviews(@Input() { query }: InputOf<'reviews'>, @Requester() who: Who): Promise<{ items: ReviewItem[] }> {
    refuseUnconcerned('reviews', who);
    return seenBy(this.context, who, async (tx) => {
      const waiting = await listReviews(tx, { planId: query.plan, actionId: query.action });
      const rows = waiting.filter((row) => mayReview(who.actor, who.jurisdictionId, row));
      const { current, previous } = await listReportsOfObligations(
        tx,
        rows.map((row) => row.obligation_id),
      );
      const items = rows.flatMap((row) => {
        const report = current.get(row.obligation_id);
        return report === undefined ? [] : [reviewItem(row, report, previous.get(row.obligation_id))];
      });
      return { items };
    });
  }

  @Endpoint('acceptReport')
  accept(
    @Input() { params }: InputOf<'acceptReport'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() key: string,
  ): Promise<Changed> {
    return this.decide(who, params.id, 'accept', {}, seen, key);
  }

  @Endpoint('returnReport')
  sendBack(
    @Input() { params, body }: InputOf<'returnReport'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() key: string,
  ): Promise<Changed> {
    return this.decide(who, params.id, 'return', body, seen, key);
  }

  @Endpoint('whyObligation')
  async why(@Input() { params }: InputOf<'whyObligation'>, @Requester() who: Who): Promise<ExplanationView> {
    const seen = await seenBy(this.context, who, (tx) => readSubjectState(tx, 'obligation', params.id));
    if (seen === null) throw problem('NotFound');
    const { jurisdictionId } = who;
    return explanationView(
      valueOf(
        await explainObligation(this.context.engine.context, { jurisdictionId, obligationId: params.id }),
      ),
    );
  }

  private async decide(
    who: Who,
    obligationId: string,
    action: string,
    input: Record<string, unknown>,
    expectedVersion: number,
    idempotencyKey: string,
  ): Promise<Changed> {
    const before = await seenBy(this.context, who, (tx) => readObligation(tx, obligationId));
    const { version, state } = await actOn(this.context, who, {
      subject: { kind: 'obligation', id: obligationId },
      action,
      input,
      expectedVersion,
      idempotencyKey,
    });
    return { version, state, stateLabel: obligationStateLabel(state, before?.late === true) };
  }
}
