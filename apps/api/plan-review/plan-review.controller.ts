import { Controller, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import { civilDateOf } from '#calendar';
import {
  PLAN_REVIEW_LIST,
  type DispatchSummary,
  type DraftTask,
  type PlanReview,
  type PlanReviewSummary,
  type ReviewDocument,
} from '#contract';
import {
  actOnPlanReview,
  addDraftTask,
  correctPlanFacts,
  dispatchPlan,
  goldOfReview,
  outlookOf,
  readReview,
  uploadPlan,
} from '#engine';
import {
  listReviewSteps,
  PLAN_REVIEWS,
  planReviewMark,
  readReviewDocument,
  readReviewOriginal,
  type PlanReviewSummaryRow,
} from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { sameAsKnown } from '../http/same-as-known.js';
import { valueOf } from '../http/value-of.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { dispatchSummary, planReviewSummary, reviewStep } from './plan-review.view.js';
import { doneOrCurrent, draftsNow, wholeReview } from './review-answers.js';

/** 方案校核: plans between upload and dispatch. Single drafts are in `draft-task.controller.ts`. */
@Controller()
export class PlanReviewController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('planReviews')
  async list(
    @Input() { query }: InputOf<'planReviews'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<{ items: PlanReviewSummary[]; nextCursor: string | null }>> {
    refuseUnconcerned('planReviews', who);
    return out.give('planReviews', query, (page) =>
      seenBy(this.context, who, async (tx) => {
        const found = await listPage<PlanReviewSummaryRow>(tx, PLAN_REVIEW_LIST, PLAN_REVIEWS, page);
        return { items: found.rows.map(planReviewSummary), nextCursor: found.nextCursor };
      }),
    );
  }

  @Endpoint('uploadPlan')
  async upload(
    @Input() { query }: InputOf<'uploadPlan'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
    @Req() request: Request,
  ): Promise<PlanReview> {
    refuseUnconcerned('planReviews', who);
    const { jurisdictionId, actor } = who;
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes)) throw problem('RequestUnreadable');
    const outcome = await uploadPlan(this.context.engine.context, {
      jurisdictionId,
      actor,
      idempotencyKey,
      bytes,
      ...query,
    });
    const { reviewId, alreadyOpen } = valueOf(outcome);
    const review = await wholeReview(this.context, who, reviewId);
    return alreadyOpen
      ? { ...review, notice: '您上传过同一份文件，仍在校核中；已为您打开原来的校核，没有另建一份。' }
      : review;
  }

  @Endpoint('planReview')
  async review(
    @Input() { params }: InputOf<'planReview'>,
    @Requester() who: Who,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlanReview | undefined> {
    refuseUnconcerned('planReviews', who);
    // A page asks every few seconds; a review of 149 tasks is not read and laid out anew each time.
    const mark = await seenBy(this.context, who, (tx) => planReviewMark(tx, params.id));
    if (mark === null) throw problem('NotFound');
    const today = civilDateOf(this.context.now());
    const grounds = [mark, today, who.personId, who.actor.roles, this.context.config.version];
    if (sameAsKnown(request, response, grounds)) return undefined;
    return wholeReview(this.context, who, params.id);
  }

  @Endpoint('reviewDocument')
  document(@Input() { params }: InputOf<'reviewDocument'>, @Requester() who: Who): Promise<ReviewDocument> {
    refuseUnconcerned('planReviews', who);
    return seenBy(this.context, who, async (tx) => {
      const document = await readReviewDocument(tx, params.id);
      if (document === null) throw problem('NotFound');
      const { size: bytes, ...rest } = document;
      return { ...rest, bytes };
    });
  }

  /** The file as somebody sent it: to be kept, never to be shown by a browser in our name. */
  @Endpoint('reviewOriginal')
  async original(
    @Input() { params }: InputOf<'reviewOriginal'>,
    @Requester() who: Who,
  ): Promise<StreamableFile> {
    refuseUnconcerned('planReviews', who);
    const found = await seenBy(this.context, who, (tx) => readReviewOriginal(tx, params.id));
    if (found === null) throw problem('NotFound');
    return attachment(found.bytes, found.fileName, 'application/octet-stream');
  }

  @Endpoint('reviewGold')
  async gold(@Input() { params }: InputOf<'reviewGold'>, @Requester() who: Who): Promise<StreamableFile> {
    refuseUnconcerned('planReviews', who);
    const gold = await seenBy(this.context, who, (tx) => goldOfReview(tx, params.id));
    if (gold === null) throw problem('NotFound');
    const text = `${JSON.stringify(gold, null, 2)}\n`;
    return attachment(Buffer.from(text), '校核结果.json', 'application/json');
  }

  @Endpoint('reviewSteps')
  steps(@Input() { params }: InputOf<'reviewSteps'>, @Requester() who: Who) {
    refuseUnconcerned('planReviews', who);
    return seenBy(this.context, who, async (tx) => {
      const rows = await listReviewSteps(tx, params.id);
      if (rows.length === 0) throw problem('NotFound');
      return { items: rows.map(reviewStep) };
    });
  }

  @Endpoint('correctPlanFacts')
  async correctFacts(
    @Input() { params, body }: InputOf<'correctPlanFacts'>,
    @Requester() who: Who,
    @VersionSeen() expectedVersion: number,
    @EngineKey() key: string,
  ): Promise<PlanReview> {
    const command = { ...commandOf(who, params.id, key), facts: body, expectedVersion };
    const outcome = await correctPlanFacts(this.context.engine.context, command);
    await doneOrCurrent(this.context, who, params.id, outcome);
    return wholeReview(this.context, who, params.id);
  }

  @Endpoint('actOnPlanReview')
  async act(
    @Input() { params, body }: InputOf<'actOnPlanReview'>,
    @Requester() who: Who,
    @EngineKey() key: string,
  ): Promise<PlanReview> {
    const command = { ...commandOf(who, params.id, key), act: body };
    const outcome = await actOnPlanReview(this.context.engine.context, command);
    await doneOrCurrent(this.context, who, params.id, outcome);
    return wholeReview(this.context, who, params.id);
  }

  @Endpoint('addDraftTask')
  async add(
    @Input() { params, body }: InputOf<'addDraftTask'>,
    @Requester() who: Who,
    @EngineKey() key: string,
  ): Promise<DraftTask> {
    const outcome = await addDraftTask(this.context.engine.context, {
      ...commandOf(who, params.id, key),
      ...body,
    });
    const { draftTaskIds } = await doneOrCurrent(this.context, who, params.id, outcome);
    const [task] = await draftsNow(this.context, who, params.id, draftTaskIds);
    if (task === undefined) throw problem('NotFound');
    return task;
  }

  @Endpoint('dispatchPlan')
  async dispatch(
    @Input() { params, body }: InputOf<'dispatchPlan'>,
    @Requester() who: Who,
    @VersionSeen() expectedVersion: number,
    @EngineKey() key: string,
  ): Promise<DispatchSummary> {
    refuseUnconcerned('planReviews', who);
    if (!body.dryRun) {
      const command = { ...commandOf(who, params.id, key), expectedVersion };
      const outcome = await dispatchPlan(this.context.engine.context, command);
      await doneOrCurrent(this.context, who, params.id, outcome);
    }
    return seenBy(this.context, who, async (tx) => {
      const now = this.context.now();
      const reading = await readReview(tx, params.id, now);
      if (reading === null) throw problem('NotFound');
      return dispatchSummary(await outlookOf(tx, reading, now), reading, body.dryRun);
    });
  }
}

export const commandOf = ({ jurisdictionId, actor }: Who, reviewId: string, idempotencyKey: string) => ({
  jurisdictionId,
  actor,
  reviewId,
  idempotencyKey,
});

function attachment(bytes: Uint8Array, fileName: string, type: string): StreamableFile {
  return new StreamableFile(bytes, {
    type,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, escaped)}`,
    length: bytes.byteLength,
  });
}

const escaped = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
