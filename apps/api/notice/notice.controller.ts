import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  NOTICE_LIST,
  TASK_ACTIONS,
  type ExplanationView,
  type NoticeSummary,
  type NoticeView,
} from '#contract';
import { actOnNotice, allowedNoticeActs, explainNotice, type Spoken } from '#engine';
import { NOTICES, type NoticeDetailRow, type NoticeRow } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { etagOf, refuseStale, VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { SpokenIn } from '../http/spoken.js';
import { parsed } from '../http/parsed.js';
import { valueOf } from '../http/value-of.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { explanationView } from '../view/explanation.view.js';
import { seesDrafts } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { noticeSummary, noticeVersion } from '../view/notice-summary.view.js';
import { noticeView } from './notice.view.js';
import { visibleNotice } from './visible-notice.js';

@Controller()
export class NoticeController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('notices')
  notices(
    @Input() { query }: InputOf<'notices'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<{ items: NoticeSummary[]; total: number | null; nextCursor: string | null }>> {
    const withDrafts = seesDrafts(who.actor);
    return out.give('notices', query, (page) =>
      seenBy(this.context, who, async (tx) => {
        const found = await listPage<NoticeRow>(tx, NOTICE_LIST, NOTICES, page, { withDrafts });
        const { rows, nextCursor, total } = found;
        return { items: rows.map(noticeSummary), total: await total(), nextCursor };
      }),
    );
  }

  @Endpoint('notice')
  async notice(
    @Input() { params }: InputOf<'notice'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NoticeView> {
    const row = await this.visible(who, params.id);
    const { engine, database } = this.context;
    const acts = await database.transaction(
      { jurisdictionId: who.jurisdictionId },
      (tx) =>
        row.state === 'issued'
          ? allowedNoticeActs(engine.context, tx, who.actor, row.id)
          : Promise.resolve([]),
      { readOnly: true },
    );
    const view = noticeView(row, who.actor, who.jurisdictionId, acts);
    response.set('ETag', etagOf(view.version));
    return view;
  }

  @Endpoint('agreeToNotice')
  async agree(
    @Input() { params }: InputOf<'agreeToNotice'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<{ noticeId: string; agreedAt: string }> {
    refuseStale(seen, noticeVersion(await this.visible(who, params.id)));
    return valueOf(
      await this.context.engine.agreeNotice({ ...this.command(who, params.id), idempotencyKey }),
    );
  }

  @Endpoint('issueNotice')
  async issue(
    @Input() { params, body }: InputOf<'issueNotice'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<{ noticeId: string; number: string; issuedAt: string }> {
    refuseStale(seen, noticeVersion(await this.visible(who, params.id)));
    const amended = body.body === undefined ? {} : { body: body.body };
    return valueOf(
      await this.context.engine.issueNotice({ ...this.command(who, params.id), ...amended, idempotencyKey }),
    );
  }

  @Endpoint('acknowledgeNotice')
  async acknowledge(
    @Input() { params }: InputOf<'acknowledgeNotice'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<{ noticeId: string; acknowledgedAt: string }> {
    refuseStale(seen, noticeVersion(await this.visible(who, params.id)));
    return valueOf(
      await this.context.engine.acknowledgeNotice({ ...this.command(who, params.id), idempotencyKey }),
    );
  }

  @Endpoint('whyNotice')
  async why(
    @Input() { params }: InputOf<'whyNotice'>,
    @Requester() who: Who,
    @SpokenIn() spoken: Spoken,
  ): Promise<ExplanationView> {
    await this.visible(who, params.id);
    const { jurisdictionId } = who;
    return explanationView(
      valueOf(
        await explainNotice(this.context.engine.context, { jurisdictionId, noticeId: params.id, spoken }),
      ),
    );
  }

  @Endpoint('actOnNotice')
  async act(
    @Input() { params, body }: InputOf<'actOnNotice'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<{ noticeId: string; at: string }> {
    refuseStale(seen, noticeVersion(await this.visible(who, params.id)));
    return valueOf(
      await actOnNotice(this.context.engine.context, {
        ...this.command(who, params.id),
        action: params.action,
        input: parsed(TASK_ACTIONS[params.action].input, body),
        idempotencyKey,
      }),
    );
  }

  private command(who: Who, noticeId: string) {
    return { jurisdictionId: who.jurisdictionId, noticeId, actor: who.actor };
  }

  private visible(who: Who, noticeId: string): Promise<NoticeDetailRow> {
    return visibleNotice(this.context, who, noticeId);
  }
}
