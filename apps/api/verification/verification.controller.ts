import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { VERIFICATION_LIST, type VerificationView } from '#contract';
import { orderVerification, recordFinding } from '#engine';
import { readVerification, VERIFICATIONS, type VerificationRow } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { etagOf, refuseStale, VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { verificationVersion, verificationView } from './verification.view.js';

/** Verifications on the spot: those that wait, what was found. */
@Controller()
export class VerificationController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('verifications')
  verifications(
    @Input() { query }: InputOf<'verifications'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<{ items: VerificationView[]; nextCursor: string | null }>> {
    refuseUnconcerned('verifications', who);
    const now = this.context.now();
    return out.give('verifications', query, (page) =>
      seenBy(this.context, who, async (tx) => {
        const found = await listPage<VerificationRow>(tx, VERIFICATION_LIST, VERIFICATIONS, page);
        const items = found.rows.map((row) => verificationView(row, who, now));
        return { items, nextCursor: found.nextCursor };
      }),
    );
  }

  @Endpoint('verification')
  async verification(
    @Input() { params }: InputOf<'verification'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<VerificationView> {
    const view = verificationView(await this.visible(who, params.id), who, this.context.now());
    response.set('ETag', etagOf(view.version));
    return view;
  }

  @Endpoint('orderVerification')
  async order(
    @Input() { body }: InputOf<'orderVerification'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<{ verificationId: string }> {
    const { jurisdictionId, actor } = who;
    return valueOf(
      await orderVerification(this.context.engine.context, {
        jurisdictionId,
        actor,
        idempotencyKey,
        ...body,
      }),
    );
  }

  @Endpoint('recordFinding')
  async find(
    @Input() { params, body }: InputOf<'recordFinding'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<{ verificationId: string; foundAt: string }> {
    refuseStale(seen, verificationVersion(await this.visible(who, params.id)));
    const { jurisdictionId, actor } = who;
    return valueOf(
      await recordFinding(this.context.engine.context, {
        jurisdictionId,
        actor,
        idempotencyKey,
        verificationId: params.id,
        ...body,
      }),
    );
  }

  private async visible(who: Who, id: string): Promise<VerificationRow> {
    refuseUnconcerned('verifications', who);
    const row = await seenBy(this.context, who, (tx) => readVerification(tx, id));
    if (row === null) throw problem('NotFound');
    return row;
  }
}
