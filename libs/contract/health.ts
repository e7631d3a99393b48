import { z } from 'zod';
import { named } from './primitives.js';

/** `/healthz`: the process answers. `/readyz`: it can do its work; each part with what ails it. */
export const healthSchema = named('Health', z.object({ status: z.literal('ok') }));
export const readinessSchema = named(
  'Readiness',
  z.object({
    status: z.enum(['ready', 'notReady']),
    checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
  }),
);
export type Readiness = z.infer<typeof readinessSchema>;

/** Routes for whoever runs the server, and for programs that ask what there is. */
export const HEALTH_ROUTES = {
  health: {
    method: 'get',
    path: '/healthz',
    summary: '进程存活',
    tag: 'health',
    status: 200,
    answer: healthSchema,
    open: true,
  },
  readiness: {
    method: 'get',
    path: '/readyz',
    summary: '可否提供服务',
    tag: 'health',
    status: 200,
    answer: readinessSchema,
    open: true,
  },
  description: {
    method: 'get',
    path: '/api/v1/openapi.json',
    summary: '接口描述',
    tag: 'health',
    status: 200,
    mediaType: 'application/json',
    open: true,
  },
} as const;
