import { Controller, Res, StreamableFile } from '@nestjs/common';
import type { Response } from 'express';
import { ROUTES, type DrawPreview, type DrawState, type DrawSummary } from '#contract';
import {
  abandonDraw,
  addRandomness,
  carryOutDraw,
  commitDraw,
  drawPopulation,
  freezeDraw,
  maySupervise,
  type DrawCommand,
} from '#engine';
import { latestPolicyVersion, listDraws, readDraw, readPlan, type DrawRow } from '#persistence';
import { drawnByLot } from '#truth';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { etagOf, VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { commitAction, drawView, entryViews, orderAction, rulesView } from './draw.view.js';

interface Stands {
  drawId: string;
  version: number;
  state: DrawState;
}

/** The draw of reports for verification: who could be drawn and why, commitment, freeze, draw, record. */
@Controller()
export class DrawController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('drawPreview')
  preview(@Input() { params }: InputOf<'drawPreview'>, @Requester() who: Who): Promise<DrawPreview> {
    refuseUnconcerned('verifications', who);
    const { book } = this.context.engine.context;
    return seenBy(this.context, who, async (tx) => {
      const plan = await readPlan(tx, params.id);
      if (plan === null) throw problem('NotFound');
      const { verification } = await book.policy(tx, await latestPolicyVersion(tx));
      const entries = await drawPopulation(tx, params.id, verification, this.context.now());
      const { count, shareAtMost, lots } = verification.draw;
      const isOpen = (await listDraws(tx, params.id)).some(
        ({ state }) => state === 'committed' || state === 'frozen',
      );
      const may = maySupervise(who.actor, who.jurisdictionId, plan.code);
      return {
        rules: rulesView(verification.draw),
        places: drawnByLot({ count, population: entries.length, shareAtMost }),
        entries: entryViews(entries, lots),
        entryActions: may ? [orderAction()] : [],
        allowedActions: may && !isOpen ? [commitAction(params.id)] : [],
      };
    });
  }

  @Endpoint('draws')
  draws(@Input() { params }: InputOf<'draws'>, @Requester() who: Who): Promise<{ items: DrawSummary[] }> {
    refuseUnconcerned('draws', who);
    return seenBy(this.context, who, async (tx) => {
      const plan = await readPlan(tx, params.id);
      if (plan === null) throw problem('NotFound');
      const { actor, jurisdictionId } = who;
      const rows = await listDraws(tx, params.id);
      return { items: rows.map((row) => drawView(row, { actor, jurisdictionId, planCode: plan.code })) };
    });
  }

  @Endpoint('draw')
  async draw(
    @Input() { params }: InputOf<'draw'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DrawSummary> {
    refuseUnconcerned('draws', who);
    const view = await seenBy(this.context, who, async (tx) => {
      const row = await readDraw(tx, params.id);
      const plan = row && (await readPlan(tx, row.planId));
      if (!row || !plan) throw problem('NotFound');
      const { actor, jurisdictionId } = who;
      return drawView(row, { actor, jurisdictionId, planCode: plan.code });
    });
    response.set('ETag', etagOf(view.version));
    return view;
  }

  @Endpoint('commitDraw')
  async commit(
    @Input() { params, body }: InputOf<'commitDraw'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<Stands> {
    const { actor, jurisdictionId } = who;
    return valueOf(
      await commitDraw(this.context.engine.context, {
        jurisdictionId,
        actor,
        idempotencyKey,
        planId: params.id,
        count: body.count,
      }),
    );
  }

  @Endpoint('freezeDraw')
  async freeze(
    @Input() { params }: InputOf<'freezeDraw'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() key: string,
  ): Promise<Stands> {
    return valueOf(await freezeDraw(this.context.engine.context, command(who, params.id, seen, key)));
  }

  @Endpoint('addRandomness')
  async randomness(
    @Input() { params, body }: InputOf<'addRandomness'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() key: string,
  ): Promise<Stands> {
    return valueOf(
      await addRandomness(this.context.engine.context, { ...command(who, params.id, seen, key), ...body }),
    );
  }

  @Endpoint('carryOutDraw')
  async carryOut(
    @Input() { params }: InputOf<'carryOutDraw'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() key: string,
  ): Promise<Stands & { verificationIds: string[]; passedOver: string[] }> {
    return valueOf(await carryOutDraw(this.context.engine.context, command(who, params.id, seen, key)));
  }

  @Endpoint('abandonDraw')
  async abandon(
    @Input() { params, body }: InputOf<'abandonDraw'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() key: string,
  ): Promise<Stands> {
    return valueOf(
      await abandonDraw(this.context.engine.context, { ...command(who, params.id, seen, key), ...body }),
    );
  }

  /** Everything that was drawn is open to who may read it; the secret of a draw that is still open is nobody's. */
  @Endpoint('drawRecord')
  async record(@Input() { params }: InputOf<'drawRecord'>, @Requester() who: Who): Promise<StreamableFile> {
    refuseUnconcerned('verifications', who);
    const row: DrawRow | null = await seenBy(this.context, who, (tx) => readDraw(tx, params.id));
    if (row?.record == null) throw problem('NotFound', '这次抽查尚未抽签，没有可导出的记录。');
    const bytes = Buffer.from(`${JSON.stringify(row.record, null, 2)}\n`, 'utf8');
    return new StreamableFile(bytes, {
      type: ROUTES.drawRecord.mediaType,
      disposition: `attachment; filename="draw-${row.id}.json"`,
      length: bytes.byteLength,
    });
  }
}

const command = (
  { jurisdictionId, actor }: Who,
  drawId: string,
  expectedVersion: number,
  idempotencyKey: string,
): DrawCommand => ({ jurisdictionId, actor, drawId, expectedVersion, idempotencyKey });
