import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { CascadeMessageView, HandDownView, JurisdictionView, TaskCascadeView } from '#contract';
import { answerHandDown, handDown, recallHandDown, type HandDownActCommand } from '#engine';
import {
  cascadeSaid,
  handDownById,
  handDownsOfTask,
  handedDownOfTask,
  jurisdictionRelations,
  ownJurisdiction,
  taskToHandDown,
} from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { etagOf, VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { refuseUnseenTask } from '../task/refuse-unseen-task.js';
import { originOf } from '../trail/origin-of.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { cascadeMessageView, handDownView, jurisdictionRef } from './cascade.view.js';
import { mayHandDownOf, taskCascade } from './task-cascade.js';

/** Of what was said about a task, so much is shown. */
const SAID_AT_MOST = 300;

/** 交办下级: to whom a task is handed down, and what comes back. */
@Controller()
export class CascadeController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('jurisdiction')
  jurisdiction(@Requester() who: Who): Promise<JurisdictionView> {
    return seenBy(this.context, who, async (tx) => {
      const own = await ownJurisdiction(tx);
      if (own === null) throw problem('NotFound');
      const related = await jurisdictionRelations(tx);
      const of = (relation: 'ancestor' | 'child') =>
        related.filter((one) => one.relation === relation).map(jurisdictionRef);
      return { ...jurisdictionRef(own), ancestors: of('ancestor'), children: of('child') };
    });
  }

  @Endpoint('taskCascade')
  async cascade(
    @Input() { params }: InputOf<'taskCascade'>,
    @Requester() who: Who,
  ): Promise<TaskCascadeView> {
    await refuseUnseenTask(this.context, who, params.id);
    return taskCascade(this.context, who, params.id);
  }

  @Endpoint('handDown')
  async handDown(
    @Input() { params, body }: InputOf<'handDown'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
    @Req() request: Request,
  ): Promise<TaskCascadeView> {
    await refuseUnseenTask(this.context, who, params.id);
    const { deadlineOn, ...rest } = body;
    valueOf(
      await handDown(this.context.engine.context, {
        jurisdictionId: who.jurisdictionId,
        actor: who.actor,
        origin: originOf(who, request),
        idempotencyKey,
        taskId: params.id,
        expectedVersion: seen,
        ...rest,
        ...(deadlineOn !== undefined && { deadlineOn }),
      }),
    );
    return taskCascade(this.context, who, params.id);
  }

  @Endpoint('lowerProgress')
  async progress(
    @Input() { params }: InputOf<'lowerProgress'>,
    @Requester() who: Who,
  ): Promise<{ items: CascadeMessageView[] }> {
    await refuseUnseenTask(this.context, who, params.id);
    return seenBy(this.context, who, async (tx) => {
      const names = new Map<string, string>();
      for (const { id, lowerName } of await handDownsOfTask(tx, params.id)) names.set(id, lowerName);
      const own = await handedDownOfTask(tx, params.id);
      if (own !== null) names.set(own.id, own.upperName);
      const said = await cascadeSaid(tx, [...names.keys()], SAID_AT_MOST);
      return { items: said.map((one) => cascadeMessageView(one, names.get(one.handDownId) ?? '')) };
    });
  }

  @Endpoint('handDownItem')
  item(
    @Input() { params }: InputOf<'handDownItem'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HandDownView> {
    return seenBy(this.context, who, async (tx) => {
      const row = await handDownById(tx, params.id);
      const task = row && (await taskToHandDown(tx, row.taskId, { lock: false }));
      if (!task) throw problem('NotFound');
      response.set('ETag', etagOf(row.version));
      return handDownView(row, mayHandDownOf(who, task));
    });
  }

  @Endpoint('answerHandDown')
  answer(
    @Input() { params, body }: InputOf<'answerHandDown'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HandDownView> {
    return this.act(answerHandDown, who, params.id, seen, body.answer, request, response);
  }

  @Endpoint('recallHandDown')
  recall(
    @Input() { params, body }: InputOf<'recallHandDown'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HandDownView> {
    return this.act(recallHandDown, who, params.id, seen, body.reason, request, response);
  }

  private async act(
    change: typeof answerHandDown,
    who: Who,
    handDownId: string,
    expectedVersion: number,
    words: string,
    request: Request,
    response: Response,
  ): Promise<HandDownView> {
    const seen = await seenBy(this.context, who, (tx) => handDownById(tx, handDownId));
    if (seen === null) throw problem('NotFound');
    const { jurisdictionId, actor } = who;
    const command: HandDownActCommand = {
      jurisdictionId,
      actor,
      origin: originOf(who, request),
      handDownId,
      expectedVersion,
      words,
    };
    const changed = valueOf(await change(this.context.engine.context, command));
    response.set('ETag', etagOf(changed.version));
    return handDownView(changed, true);
  }
}
