import { z } from 'zod';
import type { TimelinePage } from '#contract';
import type { Spoken } from '#engine';
import { listTimeline } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { markOf, nextCursor } from '../http/cursor.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';
import { timelineEvent } from './timeline.view.js';

const markSchema = z.object({ at: z.iso.datetime({ precision: 3 }), subjectId: z.guid(), seq: z.int() });

/** The trail of a task and of what was owed for it, newest first. Who asks has been found to see the task. */
export function timelinePage(
  context: ApiContext,
  who: Who,
  taskId: string,
  query: { limit: number; cursor?: string | undefined },
  spoken: Spoken,
): Promise<TimelinePage> {
  const before = markOf(markSchema, query.cursor);
  return seenBy(context, who, async (tx) => {
    const { rows, total } = await listTimeline(tx, taskId, { limit: query.limit, before });
    return {
      items: rows.map((row) => timelineEvent(row, spoken)),
      total,
      nextCursor: nextCursor(rows, query.limit, (row) => ({
        at: row.at,
        subjectId: row.subject_id,
        seq: row.seq,
      })),
    };
  });
}
