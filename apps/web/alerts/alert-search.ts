import type { AlertView } from '#contract';
import { z } from 'zod';

/** What is shown, and in which order: what can be kept under a name. */
export const alertFilterSchema = z.object({
  by: z.enum(['unit', 'urgency', 'clock']).optional().catch(undefined),
  level: z.string().max(32).optional().catch(undefined),
});
export type AlertFilter = z.infer<typeof alertFilterSchema>;

/** The same, and which matter stands open. */
export const alertSearchSchema = alertFilterSchema.extend({
  alert: z.guid().optional().catch(undefined),
});
export type AlertSearch = z.infer<typeof alertSearchSchema>;

/** What the address asks for; a matter that somebody was led to is there whatever the conditions are. */
export const alertsMatching = (
  alerts: readonly AlertView[],
  { level, alert }: AlertSearch,
): readonly AlertView[] =>
  level === undefined ? alerts : alerts.filter((one) => one.level === level || one.id === alert);
