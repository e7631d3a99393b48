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
