import { z } from 'zod';
import { cursorPage, listQuery } from './lists/declare-list.js';
import { REVIEW_LIST } from './lists/of-reports.js';
import { allowedActionSchema } from './allowed-action.js';
import {
  idSchema,
  instantSchema,
  named,
  personRefSchema,
  percentSchema,
  unitRefSchema,
  versionSchema,
  wordsSchema,
} from './primitives.js';

/** A reading of the indicator at `position` of the task. */
export const readingSchema = named(
  'Reading',
  z.object({ position: z.int().nonnegative(), value: z.number() }),
);

export const reportSchema = named(
  'Report',
  z.object({
    id: idSchema,
    obligationId: idSchema,
    period: z.string(),
    periodLabel: z.string(),
    unit: unitRefSchema,
    /** 1, and one more each time it was returned and filed again. */
    revision: z.int().min(1),
    progress: percentSchema,
    noChange: z.boolean(),
    done: z.string(),
    problems: z.string(),
    /** What others have to help with: asked of the task force. */
    helpWanted: z.string(),
    nextSteps: z.string(),
    readings: z.array(readingSchema),
    filedBy: personRefSchema.nullable(),
    filedAt: instantSchema,
    /** The unit's head who signed it; null: it went straight out. */
    signedBy: personRefSchema.nullable(),
    state: z.string(),
    stateLabel: z.string(),
  }),
);
export type ReportView = z.infer<typeof reportSchema>;

/** A report that waits for the task-force office; `silentAt`: from then on it counts as accepted. */
export const reviewItemSchema = named(
  'ReviewItem',
  z.object({
    obligationId: idSchema,
    task: z.object({ id: idSchema, code: z.string(), title: z.string(), expected: percentSchema }),
    report: reportSchema,
    previous: reportSchema.nullable(),
    dueAt: instantSchema,
    late: z.boolean(),
    silentAt: instantSchema.nullable(),
    allowedActions: z.array(allowedActionSchema),
    version: versionSchema,
  }),
);
export type ReviewItem = z.infer<typeof reviewItemSchema>;

export const reviewQuerySchema = listQuery(REVIEW_LIST);
export const reviewListSchema = named('ReviewList', cursorPage(reviewItemSchema));

export const acceptReportSchema = named('AcceptReport', z.object({}));
export const returnReportSchema = named('ReturnReport', z.object({ reason: wordsSchema }));

/** Where the subject stands after a change; the ETag header carries the new version. */
export const changedSchema = named(
  'Changed',
  z.object({ version: versionSchema, state: z.string(), stateLabel: z.string() }),
);
export type Changed = z.infer<typeof changedSchema>;
