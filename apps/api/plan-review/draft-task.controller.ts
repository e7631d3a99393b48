import { Controller } from '@nestjs/common';
import type { DraftTask } from '#contract';
import { actOnDraftTask, correctDraftTask } from '#engine';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { Requester, type Who } from '../who/who.js';
import { commandOf } from './plan-review.controller.js';
import { doneOrCurrent, draftsNow } from './review-answers.js';

/** One draft of a review, with a version of its own: two persons can work side by side. */
@Controller()
export class DraftTaskController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('correctDraftTask')
  async correct(
    @Input() { params, body }: InputOf<'correctDraftTask'>,
    @Requester() who: Who,
    @VersionSeen() expectedVersion: number,
    @EngineKey() key: string,
  ): Promise<DraftTask> {
    const outcome = await correctDraftTask(this.context.engine.context, {
      ...commandOf(who, params.id, key),
      draftTaskId: params.taskId,
      expectedVersion,
      correction: body,
    });
    await doneOrCurrent(this.context, who, params.id, outcome);
    const [task] = await draftsNow(this.context, who, params.id, [params.taskId]);
    if (task === undefined) throw problem('NotFound');
    return task;
  }

  @Endpoint('actOnDraftTask')
  async act(
    @Input() { params, body }: InputOf<'actOnDraftTask'>,
    @Requester() who: Who,
    @VersionSeen() expectedVersion: number,
    @EngineKey() key: string,
  ): Promise<{ tasks: DraftTask[] }> {
    const outcome = await actOnDraftTask(this.context.engine.context, {
      ...commandOf(who, params.id, key),
      draftTaskId: params.taskId,
      expectedVersion,
      act: body,
    });
    const { draftTaskIds } = await doneOrCurrent(this.context, who, params.id, outcome);
    return { tasks: await draftsNow(this.context, who, params.id, draftTaskIds) };
  }
}
