import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { mayDecideHandedDown } from '#accountability';
import type { HandedDownTaskList, HandedDownTaskView } from '#contract';
import { adoptHandedDown, askAboutHandedDown, declineHandedDown, type Outcome } from '#engine';
import { handedDownById, handedDownTasks, type HandedDownTaskRead } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { etagOf, VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { originOf } from '../trail/origin-of.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { handedDownTaskView } from './cascade.view.js';

const AT_MOST = 500;

/** 上级交办: what was handed down from above, for the headquarters' office to adopt, send back or ask about. */
@Controller()
export class HandedDownController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('handedDownTasks')
  async list(@Requester() who: Who): Promise<HandedDownTaskList> {
    refuseUnconcerned('handedDown', who);
    const rows = await seenBy(this.context, who, (tx) => handedDownTasks(tx, AT_MOST));
    const items = rows.map((row) => handedDownTaskView(row, mayDecideHandedDown(who.actor)));
    return { items, waiting: rows.filter(({ state }) => state === 'offered' || state === 'asked').length };
  }

  @Endpoint('handedDownTask')
  async one(
    @Input() { params }: InputOf<'handedDownTask'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HandedDownTaskView> {
    refuseUnconcerned('handedDown', who);
    return this.tagged(await this.seen(who, params.id), who, response);
  }

  @Endpoint('adoptHandedDown')
  async adopt(
    @Input() { params, body }: InputOf<'adoptHandedDown'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HandedDownTaskView> {
    const { planId, actionCode, leadUnitIds, supportUnitIds, dispatch, title, deadlineOn, deadlineReason } =
      body;
    return this.decided(
      who,
      response,
      adoptHandedDown(this.context.engine.context, {
        ...(await this.command(who, params.id, seen, idempotencyKey, request)),
        planId,
        actionCode,
        leadUnitIds,
        supportUnitIds,
        dispatch,
        ...(title !== undefined && { title }),
        ...(deadlineOn !== undefined && { deadlineOn }),
        ...(deadlineReason !== undefined && { deadlineReason }),
      }),
    );
  }

  @Endpoint('declineHandedDown')
  async decline(
    @Input() { params, body }: InputOf<'declineHandedDown'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HandedDownTaskView> {
    const command = await this.command(who, params.id, seen, idempotencyKey, request);
    const outcome = declineHandedDown(this.context.engine.context, { ...command, words: body.reason });
    return this.decided(who, response, outcome);
  }

  @Endpoint('askAboutHandedDown')
  async ask(
    @Input() { params, body }: InputOf<'askAboutHandedDown'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HandedDownTaskView> {
    const command = await this.command(who, params.id, seen, idempotencyKey, request);
    const outcome = askAboutHandedDown(this.context.engine.context, { ...command, words: body.question });
    return this.decided(who, response, outcome);
  }

  private async seen(who: Who, id: string): Promise<HandedDownTaskRead> {
    const row = await seenBy(this.context, who, (tx) => handedDownById(tx, id));
    if (row === null) throw problem('NotFound');
    return row;
  }

  private async command(
    who: Who,
    handedDownId: string,
    expectedVersion: number,
    idempotencyKey: string,
    request: Request,
  ) {
    refuseUnconcerned('handedDown', who);
    await this.seen(who, handedDownId);
    const { jurisdictionId, actor } = who;
    const origin = originOf(who, request);
    return { jurisdictionId, actor, origin, idempotencyKey, handedDownId, expectedVersion };
  }

  private async decided(
    who: Who,
    response: Response,
    outcome: Promise<Outcome<HandedDownTaskRead>>,
  ): Promise<HandedDownTaskView> {
    return this.tagged(valueOf(await outcome), who, response);
  }

  private tagged(row: HandedDownTaskRead, who: Who, response: Response): HandedDownTaskView {
    response.set('ETag', etagOf(row.version));
    return handedDownTaskView(row, mayDecideHandedDown(who.actor));
  }
}
