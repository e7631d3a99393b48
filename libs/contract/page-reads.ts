import { z } from 'zod';
import { taskCascadeSchema } from './cascade.js';
import { taskAsksSchema } from './duty.js';
import { evidenceFileListSchema } from './evidence.js';
import { planSummarySchema } from './plan.js';
import { idParamsSchema, named } from './primitives.js';
import { sessionSchema } from './session.js';
import { taskSchema } from './task.js';
import { timelinePageSchema } from './timeline.js';

const count = z.int().nonnegative();

/** What the frame of every page shows: who it is, of which plans it may speak, and how much waits. */
export const shellSchema = named(
  'Shell',
  z.object({
    session: sessionSchema,
    /** The latest year first. */
    plans: z.array(planSummarySchema),
    /** Messages that have not been read. */
    unread: count,
    /** Sittings that are open or overdue; none for who files nothing. */
    sittingsDue: count,
  }),
);
export type ShellView = z.infer<typeof shellSchema>;

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
  shell: {
    method: 'get',
    path: '/api/v1/shell',
    summary: '页面框架：当前登录人、可见方案、未读消息数和待填报批次数',
    tag: 'session',
    status: 200,
    answer: shellSchema,
    personal: 'own',
  },
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
