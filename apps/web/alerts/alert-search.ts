import { z } from 'zod';

/** Which matter stands open, and whether matters stand under their units or by urgency. */
export const alertSearchSchema = z.object({
  alert: z.guid().optional().catch(undefined),
  by: z.enum(['unit', 'urgency']).optional().catch(undefined),
});
