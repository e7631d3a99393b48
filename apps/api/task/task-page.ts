import { z } from 'zod';
import type { TaskPage, TaskQuery } from '#contract';
import { listTasks } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { markOf, nextCursor } from '../http/cursor.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import { taskSummary } from './task.view.js';

const markSchema = z.object({ position: z.int(), code: z.string().max(100) });

/** The tasks that match, in the plan's order. */
export function taskPage(context: ApiContext, who: Who, query: TaskQuery): Promise<TaskPage> {
  const now = context.now();
  const after = markOf(markSchema, query.cursor);
  const filter = {
    planId: query.plan,
    actionId: query.action,
    unitId: query.unit,
    state: query.state,
    schedule: query.schedule,
    atLeastRung: query.rung,
    needsAssignment: query.needsAssignment,
    words: query.q,
  };
  return seenBy(context, who, async (tx) => {
    const { rows, total } = await listTasks(tx, filter, { limit: query.limit, after });
    return {
      items: rows.map((row) => taskSummary(row, now)),
      total,
      nextCursor: nextCursor(rows, query.limit, (row) => ({ position: row.action_position, code: row.code })),
    };
  });
}
