import { z } from 'zod';
import { cursorPage, listQuery } from './lists/declare-list.js';
import { SITTING_LIST } from './lists/of-reports.js';
import { SITTING_STATUSES } from './labels.js';
import {
  civilDateSchema,
  idSchema,
  instantSchema,
  named,
  personRefSchema,
  unitRefSchema,
} from './primitives.js';

/** One unit, one plan, one period: everything that the unit owes for it, filed at once. */
export const sittingSummarySchema = named(
  'SittingSummary',
  z.object({
    id: idSchema,
    plan: z.object({ id: idSchema, title: z.string() }),
    unit: unitRefSchema,
    period: z.string(),
    periodLabel: z.string(),
    periodStart: civilDateSchema,
    periodEnd: civilDateSchema,
    opensAt: instantSchema,
    dueAt: instantSchema,
    filedAt: instantSchema.nullable(),
    filedBy: personRefSchema.nullable(),
    late: z.boolean(),
    status: z.enum(SITTING_STATUSES),
    statusLabel: z.string(),
    itemCount: z.int().nonnegative(),
    /** Reports of it that were sent back and wait to be filed again. */
    returnedCount: z.int().nonnegative(),
    /** Reports of it that the unit's head has, not signed yet. */
    atSignOffCount: z.int().nonnegative(),
    /** Reports that the head has returned to the liaison, to be sent again. */
    signOffReturnedCount: z.int().nonnegative(),
    /** What is still to be filed, or to be filed again, and is not with the unit's head. */
    toFileCount: z.int().nonnegative(),
  }),
);
export type SittingSummary = z.infer<typeof sittingSummarySchema>;

export const sittingQuerySchema = listQuery(SITTING_LIST);
export const sittingListSchema = named('SittingList', cursorPage(sittingSummarySchema));
