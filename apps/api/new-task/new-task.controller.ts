import { Controller } from '@nestjs/common';
import type { CreatedTask, Superseded, TaskSourceView, TaskSuccessionDone } from '#contract';
import { createTask, mergeTasks, splitTask, succeedInTasks } from '#engine';
import { taskIsVisible } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { refuseUnseenTask } from '../task/refuse-unseen-task.js';
import { taskStateLabel } from '../view/labels.js';
import { handedOverView } from './handed-over.view.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { taskSources } from './task-sources.js';

/** Tasks that come from no plan's text, those that take the place of others, and those that go to a successor. */
@Controller()
export class NewTaskController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('taskSources')
  async sources(
    @Input() { params }: InputOf<'taskSources'>,
    @Requester() who: Who,
  ): Promise<{ items: TaskSourceView[] }> {
    refuseUnconcerned('newTasks', who);
    return { items: await taskSources(this.context, who, params.id) };
  }

  @Endpoint('createTask')
  async create(
    @Input() { body }: InputOf<'createTask'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<CreatedTask> {
    refuseUnconcerned('newTasks', who);
    const { deadlineOn, ...task } = body;
    const command = { ...this.command(who, idempotencyKey), ...task };
    const created = valueOf(
      await createTask(this.context.engine.context, deadlineOn ? { ...command, deadlineOn } : command),
    );
    return { ...created, stateLabel: taskStateLabel(created.state) };
  }

  @Endpoint('splitTask')
  async split(
    @Input() { params, body }: InputOf<'splitTask'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<Superseded> {
    await refuseUnseenTask(this.context, who, params.id);
    return valueOf(
      await splitTask(this.context.engine.context, {
        ...this.command(who, idempotencyKey),
        taskId: params.id,
        reason: body.reason,
        into: body.into.map(withoutNothing),
        versionsSeen: { [params.id]: seen },
      }),
    );
  }

  @Endpoint('mergeTasks')
  async merge(
    @Input() { body }: InputOf<'mergeTasks'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<Superseded> {
    const taskIds = body.tasks.map(({ id }) => id);
    const seen = await seenBy(this.context, who, async (tx) => {
      for (const id of taskIds) if (!(await taskIsVisible(tx, id))) return false;
      return true;
    });
    if (!seen) throw problem('NotFound');
    return valueOf(
      await mergeTasks(this.context.engine.context, {
        ...this.command(who, idempotencyKey),
        taskIds,
        reason: body.reason,
        into: withoutNothing(body.into),
        versionsSeen: Object.fromEntries(body.tasks.map(({ id, version }) => [id, version])),
      }),
    );
  }

  @Endpoint('succeedInTasks')
  async succeed(
    @Input() { params, body }: InputOf<'succeedInTasks'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
  ): Promise<TaskSuccessionDone> {
    // Of a unit without tasks the engine would have nothing to ask about.
    refuseUnconcerned('successions', who);
    const { items, ...done } = valueOf(
      await succeedInTasks(this.context.engine.context, {
        ...this.command(who, idempotencyKey),
        fromUnitId: params.id,
        ...body,
      }),
    );
    return { ...done, dryRun: body.dryRun, items: items.map(handedOverView) };
  }

  private command({ jurisdictionId, actor }: Who, idempotencyKey: string) {
    return { jurisdictionId, actor, idempotencyKey };
  }
}

/** A date that was not said is not there: the engine distinguishes that from one that is undefined. */
const withoutNothing = <T extends { deadlineOn?: string | undefined }>({ deadlineOn, ...task }: T) =>
  deadlineOn === undefined ? task : { ...task, deadlineOn };
