import { Controller } from '@nestjs/common';
import { REVIEW_LIST, type Changed, type ExplanationView, type ReviewItem } from '#contract';
import { explainObligation, type Spoken } from '#engine';
import {
  listReportsOfObligations,
  readObligation,
  readSubjectState,
  REVIEWS,
  type ReviewRow,
} from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { actOn } from '../http/act-on.js';
import { Endpoint } from '../http/endpoint.js';
import { VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { SpokenIn } from '../http/spoken.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { explanationView } from '../view/explanation.view.js';
import { obligationStateLabel } from '../view/labels.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { mayReview, reviewItem } from './review.view.js';

interface ReviewPage {
  items: ReviewItem[];
  nextCursor: string | null;
}

@Controller()
export class ReviewController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('reviews')
  reviews(
    @Input() { query }: InputOf<'reviews'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<ReviewPage>> {
    refuseUnconcerned('reviews', who);
    return out.give('reviews', query, (page) => this.page(who, page));
  }

  /** What is another office's is left out: a page may be shorter than it might be. */
  private page(who: Who, query: InputOf<'reviews'>['query']): Promise<ReviewPage> {
    return seenBy(this.context, who, async (tx) => {
      const waiting = await listPage<ReviewRow>(tx, REVIEW_LIST, REVIEWS, query);
      const rows = waiting.rows.filter((row) => mayReview(who.actor, who.jurisdictionId, row));
      const { current, previous } = await listReportsOfObligations(
        tx,
        rows.map((row) => row.obligation_id),
      );
      const items = rows.flatMap((row) => {
        const report = current.get(row.obligation_id);
        return report === undefined ? [] : [reviewItem(row, report, previous.get(row.obligation_id))];
      });
      return { items, nextCursor: waiting.nextCursor };
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
  async why(
    @Input() { params }: InputOf<'whyObligation'>,
    @Requester() who: Who,
    @SpokenIn() spoken: Spoken,
  ): Promise<ExplanationView> {
    const seen = await seenBy(this.context, who, (tx) => readSubjectState(tx, 'obligation', params.id));
    if (seen === null) throw problem('NotFound');
    const { jurisdictionId } = who;
    return explanationView(
      valueOf(
        await explainObligation(this.context.engine.context, {
          jurisdictionId,
          obligationId: params.id,
          spoken,
        }),
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
