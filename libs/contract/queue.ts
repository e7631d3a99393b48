import { z } from 'zod';
import { instantSchema, named } from './primitives.js';

/** The queue of wake-ups, one for the whole installation. Nothing is due because of it, and nothing late without it. */
export const queueStatusSchema = named(
  'QueueStatus',
  z.object({
    backend: z.enum(['postgres', 'redis', 'redisSentinel', 'redisCluster']),
    /** Somebody paused it: the sweeper does the work, a few seconds later. */
    paused: z.boolean(),
    waiting: z.number().int(),
    active: z.number().int(),
    delayed: z.number().int(),
    failed: z.number().int(),
    nextSweepAt: instantSchema.nullable(),
    /** Of one's own jurisdiction, newest first. */
    failures: z.array(
      z.object({
        id: z.string(),
        at: instantSchema.nullable(),
        failedAt: instantSchema.nullable(),
        reason: z.string(),
      }),
    ),
  }),
);
export type QueueStatusView = z.infer<typeof queueStatusSchema>;

export const queuePausedSchema = named('QueuePaused', z.object({ paused: z.boolean() }));
export const queueRequeuedSchema = named('QueueRequeued', z.object({ requeued: z.number().int() }));

const path = '/api/v1/queue';
const COMMON = { tag: 'queue', status: 200 } as const;

/** For system administrators. */
export const QUEUE_ROUTES = {
  queueStatus: {
    ...COMMON,
    method: 'get',
    path,
    summary: '唤醒队列的运行情况',
    answer: queueStatusSchema,
  },
  pauseQueue: {
    ...COMMON,
    method: 'post',
    path: `${path}/pause`,
    summary: '暂停唤醒队列；时限和消息由定时巡检照常处理',
    answer: queuePausedSchema,
    change: true,
  },
  resumeQueue: {
    ...COMMON,
    method: 'post',
    path: `${path}/resumption`,
    summary: '恢复唤醒队列',
    answer: queuePausedSchema,
    change: true,
  },
  requeueFailed: {
    ...COMMON,
    method: 'post',
    path: `${path}/requeue`,
    summary: '失败的唤醒重新排队',
    answer: queueRequeuedSchema,
    change: true,
  },
} as const;
