import { z } from 'zod';
import { taskCascadeSchema } from './cascade.js';
import { taskAsksSchema } from './duty.js';
import { evidenceFileListSchema } from './evidence.js';
import { idParamsSchema, named } from './primitives.js';
import { taskSchema } from './task.js';
import { timelinePageSchema } from './timeline.js';

/** A task with everything that its page shows around it; each part is what the route of that part answers. */
export const taskWholeSchema = named(
  'TaskWhole',
  z.object({
    task: taskSchema,
    /** The first page, newest first. */
    timeline: timelinePageSchema,
    evidence: evidenceFileListSchema,
    asks: taskAsksSchema,
    cascade: taskCascadeSchema,
  }),
);
export type TaskWhole = z.infer<typeof taskWholeSchema>;

/** One answer for what a page asks at once. */
export const PAGE_READ_ROUTES = {
  taskWhole: {
    method: 'get',
    path: '/api/v1/tasks/{id}/whole',
    summary: '任务整页：详情、留痕首页、佐证材料、索要材料和交办下级情况',
    tag: 'task',
    status: 200,
    params: idParamsSchema,
    answer: taskWholeSchema,
    problems: ['SubjectNotFound'],
  },
} as const;
