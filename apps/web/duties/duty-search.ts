import { DUTY_KINDS } from '#contract';
import { z } from 'zod';

/** The conditions of the list, kept in the address so that a list can be sent to a colleague. */
export const dutySearchSchema = z.object({
  kind: z.enum(DUTY_KINDS).optional().catch(undefined),
  status: z.enum(['open', 'done']).optional().catch(undefined),
});
export type DutySearch = z.infer<typeof dutySearchSchema>;
