import { TASK_LIST, type TaskPage, type TaskQuery } from '#contract';
import { todayIn } from '#engine';
import { TASKS, type TaskRow } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { listPage } from '../lists/list-page.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import { taskSummary } from './task.view.js';

/** The tasks that match, in the plan's order where no other is asked for. */
export function taskPage(context: ApiContext, who: Who, query: TaskQuery): Promise<TaskPage> {
  return seenBy(context, who, async (tx) => {
    const today = await todayIn(context.engine.context.book, tx, context.now());
    const { rows, nextCursor, total } = await listPage<TaskRow>(tx, TASK_LIST, TASKS, query, {
      ...today.values,
    });
    return { items: rows.map((row) => taskSummary(row, today)), total: await total(), nextCursor };
  });
}
