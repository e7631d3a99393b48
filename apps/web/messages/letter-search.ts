import { WAY_STATES } from '#contract';
import { z } from 'zod';

/** Which letters are shown. */
export const letterFilterSchema = z.object({
  state: z.enum(WAY_STATES).optional().catch(undefined),
  channel: z.guid().optional().catch(undefined),
});
export type LetterFilter = z.infer<typeof letterFilterSchema>;

/** The same, and which part of the page is looked at. */
export const letterSearchSchema = letterFilterSchema.extend({
  tab: z.enum(['channels', 'people', 'queue']).optional().catch(undefined),
  /** Of the people, only those without an address. */
  without: z.literal(true).optional().catch(undefined),
});
