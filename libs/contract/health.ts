import { z } from 'zod';
import { civilDateSchema, instantSchema, named } from './primitives.js';
import { RULES_ROUTES } from './rules.js';

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

/** What is looked at, most important first. */
export const HEALTH_CHECKS = [
  'sweep',
  'clocks',
  'messages',
  'letters',
  'audit',
  'seal',
  'backup',
  'calendar',
  'machines',
] as const;
export type HealthCheckName = (typeof HEALTH_CHECKS)[number];

/** How the system does, for whoever keeps it running: each check with what was found, never what to read between. */
export const systemHealthSchema = named(
  'SystemHealth',
  z.object({
    at: instantSchema,
    /** Its clock is a rehearsal's. */
    rehearsal: z.boolean(),
    checks: z.array(
      z.object({
        name: z.enum(HEALTH_CHECKS),
        /** `attention`: nothing is wrong yet. `unknown`: it has not been looked at. */
        state: z.enum(['good', 'attention', 'trouble', 'unknown']),
        /** Since when, or when last; null: never, or nothing there. */
        at: instantSchema.nullable(),
        count: z.int().nonnegative().nullable(),
        /** The last day that the published calendar holds. */
        on: civilDateSchema.nullable(),
      }),
    ),
    /** What the keeper of the record found in its last round. */
    findings: z.array(z.object({ code: z.string(), what: z.string(), where: z.string(), mend: z.string() })),
    /** What the process that answers says of its own parts. */
    parts: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
    /** Processes that told of themselves within three minutes; `aheadSeconds`: their machine's clock against the database's. */
    processes: z.array(
      z.object({
        kind: z.string(),
        host: z.string(),
        version: z.string(),
        startedAt: instantSchema,
        aheadSeconds: z.number(),
      }),
    ),
  }),
);
export type SystemHealth = z.infer<typeof systemHealthSchema>;

/** Routes for whoever runs the server, and for programs that ask what there is. */
export const HEALTH_ROUTES = {
  ...RULES_ROUTES,
  systemHealth: {
    method: 'get',
    path: '/api/v1/system-health',
    summary: '系统运行情况：逐项检查的结果，供系统管理员查看',
    tag: 'rules',
    status: 200,
    answer: systemHealthSchema,
  },
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
