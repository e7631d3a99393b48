import { z } from 'zod';
import { named } from './primitives.js';

/**
 * Why the task stands where it stands: the answer in sentences, and what each of them rests on.
 * Rules carry their version, clocks their segments and calendar version, events their place in the trail.
 */
export const explanationSchema = named(
  'Explanation',
  z.object({
    sentences: z.array(z.string()),
    rules: z.array(z.looseObject({})),
    clocks: z.array(z.looseObject({})),
    events: z.array(z.looseObject({})),
  }),
);
export type ExplanationView = z.infer<typeof explanationSchema>;
