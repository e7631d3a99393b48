import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { maySend } from '#accountability';
import { SITTING_LIST, type Filed, type SittingSummary, type SittingView } from '#contract';
import {
  listFilesOfSitting,
  listIndicators,
  listPartsGiven,
  listReportsOfObligations,
  listSittingItems,
  parkedOfSitting,
  readNoChangeLimit,
  readSitting,
  SITTINGS,
  type SittingRow,
} from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { etagOf, refuseStale, VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { signOffOfSitting, stepsOf } from '../sign-off/sign-off-of-sitting.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { afterFilingOf } from './after-filing-of.js';
import { itemsToday } from './items-today.js';
import { sittingSummary, sittingView, versionOf } from './sitting.view.js';

@Controller()
export class SittingController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('sittings')
  sittings(
    @Input() { query }: InputOf<'sittings'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<{ items: SittingSummary[]; nextCursor: string | null }>> {
    const now = this.context.now();
    return out.give('sittings', query, (page) =>
      seenBy(this.context, who, async (tx) => {
        const { rows, nextCursor } = await listPage<SittingRow>(tx, SITTING_LIST, SITTINGS, page);
        const items = rows.map((row) => sittingSummary(row, now));
        // It follows from the clock and from counts: a page may be shorter than it might be.
        const { status } = page;
        return { items: items.filter((item) => status === undefined || item.status === status), nextCursor };
      }),
    );
  }

  @Endpoint('sitting')
  sitting(
    @Input() { params }: InputOf<'sitting'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SittingView> {
    return seenBy(this.context, who, async (tx) => {
      const sitting = await readSitting(tx, params.id);
      if (sitting === null) throw problem('NotFound');
      const items = await itemsToday(this.context, tx, sitting, this.context.now());
      const indicators = await listIndicators(tx, [...new Set(items.map((item) => item.task_id))]);
      const reports = await listReportsOfObligations(
        tx,
        items.map((item) => item.obligation_id),
      );
      const parts = await listPartsGiven(tx, params.id);
      const files = await listFilesOfSitting(tx, params.id);
      const noChangeAtMost = await readNoChangeLimit(tx, sitting.reporting_line_id);
      const mayFile = this.mayFile(who, sitting);
      const now = this.context.now();
      const afterFiling = mayFile ? await afterFilingOf(this.context, tx, params.id, now) : null;
      const signOff = await signOffOfSitting(tx, who, sitting, mayFile, now);
      const view = sittingView(
        {
          sitting,
          items,
          indicators,
          parts,
          files,
          ...reports,
          noChangeAtMost,
          mayFile,
          afterFiling,
          ...signOff,
        },
        now,
      );
      response.set('ETag', etagOf(view.version));
      return view;
    });
  }

  @Endpoint('fileSitting')
  async file(
    @Input() { params, body }: InputOf<'fileSitting'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<Filed> {
    refuseStale(seen, await seenBy(this.context, who, (tx) => this.versionOf(tx, params.id)));
    return valueOf(
      await this.context.engine.fileSitting({
        jurisdictionId: who.jurisdictionId,
        sittingId: params.id,
        reports: body.reports,
        actor: who.actor,
        idempotencyKey,
      }),
      body,
    );
  }

  private async versionOf(tx: Parameters<typeof readSitting>[0], sittingId: string): Promise<number> {
    if ((await readSitting(tx, sittingId)) === null) throw problem('NotFound');
    const [items, sent] = await Promise.all([
      listSittingItems(tx, sittingId),
      parkedOfSitting(tx, sittingId),
    ]);
    return versionOf(items, stepsOf(sent));
  }

  private mayFile(who: Who, sitting: SittingRow): boolean {
    return maySend(who.actor, 'obligation', 'REPORT_FILED', {
      jurisdictionId: who.jurisdictionId,
      planCode: '',
      actionCode: null,
      unitIds: [sitting.unit_id],
    });
  }
}
