import { z } from 'zod';
import { allowedActionSchema } from './allowed-action.js';
import { idSchema, instantSchema, named, percentSchema, unitRefSchema, versionSchema } from './primitives.js';
import { readingSchema, reportSchema } from './report.js';
import { parkedReportSchema, signOffOfSittingSchema } from './sign-off.js';
import { sittingSummarySchema } from './sitting-summary.js';
import { indicatorSchema, taskDeadlineSchema } from './task.js';

export * from './filing.js';
export * from './sitting-summary.js';

export const sittingItemSchema = named(
  'SittingItem',
  z.object({
    obligationId: idSchema,
    state: z.string(),
    stateLabel: z.string(),
    /** This one is to be filled in now: never filed, or returned; not what the unit's head has. */
    toFile: z.boolean(),
    returnReason: z.string().nullable(),
    task: z.object({
      id: idSchema,
      code: z.string(),
      title: z.string(),
      deadline: taskDeadlineSchema,
      progress: percentSchema,
      expected: percentSchema,
    }),
    indicators: z.array(indicatorSchema),
    /** The unit's report before this one: the form starts with it. */
    lastReport: reportSchema.nullable(),
    /** What was filed for this obligation, where something was. */
    report: reportSchema.nullable(),
    /** What supporting units have given for the task, the latest of each. */
    parts: z.array(
      z.object({
        unit: unitRefSchema,
        periodLabel: z.string(),
        text: z.string(),
        readings: z.array(readingSchema),
        evidence: z.array(z.string()),
        filedAt: instantSchema,
      }),
    ),
    /** What the unit has handed in for this report and has not taken back, the oldest first. */
    files: z.array(z.object({ id: idSchema, name: z.string() })),
    noChange: z.object({ allowed: z.boolean(), inARow: z.int().nonnegative() }),
    /** What was sent to the unit's head for it and is no report; null: nothing, or it is not for this person to see. */
    signOff: parkedReportSchema.nullable(),
  }),
);
export type SittingItem = z.infer<typeof sittingItemSchema>;

/** What a filing sets going, and what it stops: said before it is sent. */
export const afterFilingSchema = named(
  'AfterFiling',
  z.object({
    /** Offices that look at the reports; none where the action has no office of its own. */
    reviewedBy: z.array(z.string()),
    /** Filed now, the reports count as accepted from then on, where the offices stay silent. */
    acceptedAt: instantSchema.nullable(),
    /** Clocks that the filing stops, the next to ring first. */
    stops: z.array(z.object({ name: z.string(), label: z.string(), at: instantSchema })),
  }),
);
export type AfterFiling = z.infer<typeof afterFilingSchema>;

export const sittingSchema = named(
  'Sitting',
  sittingSummarySchema.extend({
    items: z.array(sittingItemSchema),
    allowedActions: z.array(allowedActionSchema),
    /** Null: there is nothing to file, or not for this person. */
    afterFiling: afterFilingSchema.nullable(),
    signOff: signOffOfSittingSchema,
    version: versionSchema,
  }),
);
export type SittingView = z.infer<typeof sittingSchema>;

export const filedSchema = named(
  'Filed',
  z.object({
    sittingId: idSchema,
    filedAt: instantSchema,
    late: z.boolean(),
    /** Why it went straight out although the unit wants its head's signature. */
    withoutSignOff: z.enum(['head', 'vacant']).nullable(),
  }),
);
export type Filed = z.infer<typeof filedSchema>;
