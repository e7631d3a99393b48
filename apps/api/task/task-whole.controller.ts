import { Controller } from '@nestjs/common';
import type { TaskWhole } from '#contract';
import type { Spoken } from '#engine';
import { ApiContext } from '../api-dependencies.js';
import { taskCascade } from '../cascade/task-cascade.js';
import { taskAsks } from '../duty/task-asks.js';
import { taskEvidence } from '../evidence/task-evidence.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { SpokenIn } from '../http/spoken.js';
import { Requester, type Who } from '../who/who.js';
import { readTaskView } from './read-task-view.js';
import { timelinePage } from './timeline-page.js';

/** So many lines of the trail come with the page; the rest when they are asked for. */
const LINES = 30;

/** A task's page in one answer. */
@Controller()
export class TaskWholeController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('taskWhole')
  async whole(
    @Input() { params }: InputOf<'taskWhole'>,
    @Requester() who: Who,
    @SpokenIn() spoken: Spoken,
  ): Promise<TaskWhole> {
    const { id } = params;
    const { context } = this;
    // One after the other: a page is one person's, and takes no more than one connection at a time. The first asks whether
    // the person may see the task, for all of them.
    const task = await readTaskView(context, who, id);
    return {
      task,
      timeline: await timelinePage(context, who, id, { limit: LINES }, spoken),
      evidence: await taskEvidence(context, who, id),
      asks: await taskAsks(context, who, id),
      cascade: await taskCascade(context, who, id),
    };
  }
}
