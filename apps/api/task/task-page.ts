import { TASK_LIST, type TaskPage, type TaskQuery } from '#contract';
import { TASKS, type TaskRow } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { listPage } from '../lists/list-page.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import { taskSummary } from './task.view.js';

/** The tasks that match, in the plan's order where no other is asked for. */
export function taskPage(context: ApiContext, who: Who, query: TaskQuery): Promise<TaskPage> {
  const now = context.now();
  return seenBy(context, who, async (tx) => {
    const { rows, nextCursor, total } = await listPage<TaskRow>(tx, TASK_LIST, TASKS, query);
    return { items: rows.map((row) => taskSummary(row, now)), total: await total(), nextCursor };
  });
}
