import { z } from 'zod';
import { instantSchema, named } from './primitives.js';

/** A stretch of a clock's life, in which it ran or stood still. */
export const clockSegmentSchema = named(
  'ClockSegment',
  z.object({
    kind: z.enum(['running', 'suspended']),
    from: instantSchema,
    /** Null: the suspension lasts. */
    to: instantSchema.nullable(),
    workingDays: z.number(),
    reason: z.string().optional(),
  }),
);
export type ClockSegment = z.infer<typeof clockSegmentSchema>;

/** How long a clock was given: so many working days or hours from its start, or (without a number) up to a date. */
export const clockLimitSchema = named(
  'ClockLimit',
  z.object({
    kind: z.enum(['workingDays', 'workingHours', 'date']),
    /** Negative: so long before what it counts back from. */
    amount: z.number().nullable(),
    /** Civil time of day at which it ends, `17:30`; null: at that of its start. */
    at: z.string().nullable(),
  }),
);
export type ClockLimit = z.infer<typeof clockLimitSchema>;

/** What explains a clock: its life, and the rule that it follows. */
export const clockLifeShape = {
  /** In order, without gap; empty: it is a date alone. */
  segments: z.array(clockSegmentSchema),
  /** In which it has run, and will have run in all (null: it stands still); null: it counts no working time. */
  workingDays: z.object({ used: z.number(), inAll: z.number().nullable() }).nullable(),
  /** Null: the latest of several. */
  limit: clockLimitSchema.nullable(),
  rule: z.object({ label: z.string(), version: z.int() }),
};
