import { z } from 'zod';
import { cursorPage, listQuery } from './lists/declare-list.js';
import { REPORTING_LINE_LIST } from './lists/of-reports.js';
import { idSchema, instantSchema, named, unitRefSchema } from './primitives.js';
import { SITTING_STATUSES } from './labels.js';

/** How far a ladder has been climbed. Rung, colour and label are data of the ladder: show them as they come. */
export const standingSchema = named(
  'Standing',
  z.object({ rung: z.int().min(1), colour: z.string().nullable(), label: z.string() }),
);
export type Standing = z.infer<typeof standingSchema>;

/** One unit's reporting line in a plan: what it last owed, and how far its ladder has been climbed. */
export const reportingLineSchema = named(
  'ReportingLine',
  z.object({
    id: idSchema,
    plan: z.object({ id: idSchema, title: z.string() }),
    unit: unitRefSchema,
    cadence: z.string(),
    cadenceLabel: z.string(),
    latestSitting: z
      .object({
        id: idSchema,
        period: z.string(),
        periodLabel: z.string(),
        dueAt: instantSchema,
        filedAt: instantSchema.nullable(),
        status: z.enum(SITTING_STATUSES),
        statusLabel: z.string(),
      })
      .nullable(),
    missedSittings: z.int().nonnegative(),
    standing: standingSchema.nullable(),
    nextDeadline: z.object({ name: z.string(), label: z.string(), at: instantSchema }).nullable(),
    taskCount: z.int().nonnegative(),
  }),
);
export type ReportingLineView = z.infer<typeof reportingLineSchema>;

export const reportingLineQuerySchema = listQuery(REPORTING_LINE_LIST);
export const reportingLineListSchema = named('ReportingLineList', cursorPage(reportingLineSchema));
