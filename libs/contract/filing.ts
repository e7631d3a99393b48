import { z } from 'zod';
import { idSchema, named, percentSchema } from './primitives.js';
import { readingSchema } from './report.js';

/** One report of the package. With `noChange` the words may be empty; the figures are carried over by the page. */
export const filedReportSchema = named(
  'FiledReport',
  z.object({
    obligationId: idSchema,
    progress: percentSchema,
    noChange: z.boolean().default(false),
    done: z.string().trim().max(4000).default(''),
    problems: z.string().trim().max(4000).default(''),
    helpWanted: z.string().trim().max(4000).default(''),
    nextSteps: z.string().trim().max(4000).default(''),
    readings: z.array(readingSchema).max(50).default([]),
  }),
);

export const filingSchema = named(
  'Filing',
  z.object({ reports: z.array(filedReportSchema).min(1).max(500) }),
);
export type Filing = z.infer<typeof filingSchema>;
