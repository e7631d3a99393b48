import { z } from 'zod';

/** Of which unit reports are shown. */
export const reviewSearchSchema = z.object({ unit: z.guid().optional().catch(undefined) });
export type ReviewSearch = z.infer<typeof reviewSearchSchema>;
