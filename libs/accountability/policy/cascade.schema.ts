import { z } from 'zod';

/** What the jurisdiction above is told of a task that it handed down, besides state and percent. Never what is not accepted yet. */
export const cascadeRules = z
  .object({
    /** Readings of its indicators. */
    shareReadings: z.boolean().default(true),
    /** What the report says was done, the first 300 characters. */
    shareWords: z.boolean().default(false),
  })
  .strict();
