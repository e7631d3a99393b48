import { z } from 'zod';
import { clockSegmentSchema } from './clock.js';
import { idSchema, instantSchema, named } from './primitives.js';

/**
 * Why the task stands where it stands: the answer in sentences, and what each of them rests on. Rules carry their
 * version, clocks their segments and calendar version, events their place in the trail.
 */
export const explanationSchema = named(
  'Explanation',
  z.object({
    sentences: z.array(z.string()),
    rules: z.array(z.object({ kind: z.string(), label: z.string(), version: z.int() })),
    clocks: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        /** Name of the unit whose clock it is; null: the task's own. */
        unit: z.string().nullable(),
        /** Null: the clock stands still. */
        at: instantSchema.nullable(),
        state: z.string(),
        calendarVersion: z.int(),
        /** It counts days of a year whose holidays have not been announced. */
        provisional: z.boolean(),
        segments: z.array(clockSegmentSchema),
      }),
    ),
    events: z.array(
      z.object({
        subjectKind: z.string(),
        subjectId: idSchema,
        seq: z.int(),
        type: z.string(),
        label: z.string(),
        at: instantSchema,
      }),
    ),
  }),
);
export type ExplanationView = z.infer<typeof explanationSchema>;
