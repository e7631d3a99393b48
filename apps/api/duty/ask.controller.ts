import { Controller } from '@nestjs/common';
import { periodFromKey } from '#calendar';
import type { TaskAsks } from '#contract';
import { askForPart, requestReport, withdrawPart } from '#engine';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { refuseUnseenTask } from '../task/refuse-unseen-task.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { taskAsks } from './task-asks.js';

/** Material that is asked for: a supporting unit's part, a one-off report. */
@Controller()
export class AskController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('taskAsks')
  asks(@Input() { params }: InputOf<'taskAsks'>, @Requester() who: Who): Promise<TaskAsks> {
    return taskAsks(this.context, who, params.id);
  }

  @Endpoint('askForPart')
  async askForPart(
    @Input() { params, body }: InputOf<'askForPart'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<{ requestId: string; period: string; periodLabel: string; dueAt: string }> {
    await refuseUnseenTask(this.context, who, params.id);
    const { every, ...rest } = body;
    const asked = valueOf(
      await askForPart(this.context.engine.context, {
        ...this.command(who, idempotencyKey),
        taskId: params.id,
        ...rest,
        ...(every === undefined ? {} : { every }),
      }),
    );
    return { ...asked, periodLabel: asked.period === '' ? '' : periodFromKey(asked.period).label };
  }

  @Endpoint('withdrawPart')
  async withdraw(
    @Input() { params }: InputOf<'withdrawPart'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<{ requestId: string }> {
    const seen = await seenBy(this.context, who, (tx) =>
      tx.query('select from part_request where jurisdiction_id = $1 and id = $2', [
        who.jurisdictionId,
        params.id,
      ]),
    );
    if (seen.length === 0) throw problem('NotFound');
    return valueOf(
      await withdrawPart(this.context.engine.context, {
        ...this.command(who, idempotencyKey),
        requestId: params.id,
      }),
    );
  }

  @Endpoint('requestReport')
  async requestReport(
    @Input() { params, body }: InputOf<'requestReport'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<{ obligationId: string; dueAt: string; noticeHours: number }> {
    await refuseUnseenTask(this.context, who, params.id);
    const { approvedBy, ...rest } = body;
    return valueOf(
      await requestReport(this.context.engine.context, {
        ...this.command(who, idempotencyKey),
        taskId: params.id,
        ...rest,
        ...(approvedBy === undefined ? {} : { approvedBy }),
      }),
    );
  }

  private command({ jurisdictionId, actor }: Who, idempotencyKey: string) {
    return { jurisdictionId, actor, idempotencyKey };
  }
}
