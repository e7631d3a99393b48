import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  TASK_ACTIONS,
  type Changed,
  type ExplanationView,
  type TaskPage,
  type TaskView,
  type TimelinePage,
} from '#contract';
import { ApiContext } from '../api-dependencies.js';
import { actOn } from '../http/act-on.js';
import { Endpoint } from '../http/endpoint.js';
import { etagOf, VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import type { Spoken } from '#engine';
import { Input, type InputOf } from '../http/input.js';
import { SpokenIn } from '../http/spoken.js';
import { parsed } from '../http/parsed.js';
import { valueOf } from '../http/value-of.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { explanationView } from '../view/explanation.view.js';
import { taskStateLabel } from '../view/labels.js';
import { Requester, type Who } from '../who/who.js';
import { readTaskView } from './read-task-view.js';
import { refuseUnseenTask } from './refuse-unseen-task.js';
import { taskPage } from './task-page.js';
import { timelinePage } from './timeline-page.js';

@Controller()
export class TaskController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('tasks')
  tasks(
    @Input() { query }: InputOf<'tasks'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<TaskPage>> {
    return out.give('tasks', query, (page) => taskPage(this.context, who, page));
  }

  @Endpoint('task')
  async task(
    @Input() { params }: InputOf<'task'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TaskView> {
    const view = await readTaskView(this.context, who, params.id);
    response.set('ETag', etagOf(view.version));
    return view;
  }

  @Endpoint('timeline')
  async timeline(
    @Input() { params, query }: InputOf<'timeline'>,
    @Requester() who: Who,
    @Out() out: ListOut,
    @SpokenIn() spoken: Spoken,
  ): Promise<Given<TimelinePage>> {
    await refuseUnseenTask(this.context, who, params.id);
    return out.give('timeline', query, (page) => timelinePage(this.context, who, params.id, page, spoken));
  }

  @Endpoint('why')
  async why(
    @Input() { params }: InputOf<'why'>,
    @Requester() who: Who,
    @SpokenIn() spoken: Spoken,
  ): Promise<ExplanationView> {
    const { jurisdictionId, actor } = who;
    await refuseUnseenTask(this.context, who, params.id);
    return explanationView(
      valueOf(await this.context.engine.explainTask({ jurisdictionId, taskId: params.id, actor, spoken })),
    );
  }

  @Endpoint('actOnTask')
  async act(
    @Input() { params, body }: InputOf<'actOnTask'>,
    @Requester() who: Who,
    @VersionSeen() expectedVersion: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<Changed> {
    const { version, state } = await actOn(this.context, who, {
      subject: { kind: 'task', id: params.id },
      action: params.action,
      // The route's shape has every action's members; the action's own has the rules.
      input: parsed(TASK_ACTIONS[params.action].input, body),
      expectedVersion,
      idempotencyKey,
    });
    return { version, state, stateLabel: taskStateLabel(state) };
  }
}
