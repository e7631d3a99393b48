import { z } from 'zod';
import { cursorPage, listQuery } from './lists/declare-list.js';
import { PLAN_LIST, UNIT_LIST } from './lists/of-tasks.js';
import { TASK_STATES, SCHEDULES } from './labels.js';
import { civilDateSchema, idSchema, named, unitRefSchema } from './primitives.js';

const count = z.int().nonnegative();

/** Counts of tasks, each figure by the rule that its name says; `byColour` counts by the colour of the rung reached. */
export const figuresSchema = named(
  'Figures',
  z.object({
    tasks: count,
    byState: z.partialRecord(z.enum(TASK_STATES), count),
    /** As of now. */
    bySchedule: z.partialRecord(z.enum(SCHEDULES), count),
    byColour: z.record(z.string(), count),
    needsAssignment: count,
    /** Mean of the progress of the tasks that are neither withdrawn nor drafted, in percent. */
    progress: z.number(),
    /** Of the same, what is expected as of now. */
    expected: z.number(),
  }),
);
export type Figures = z.infer<typeof figuresSchema>;

export const planSummarySchema = named(
  'PlanSummary',
  z.object({
    id: idSchema,
    code: z.string(),
    title: z.string(),
    documentNumber: z.string().nullable(),
    issuedBy: z.string().nullable(),
    issuedOn: civilDateSchema.nullable(),
    year: z.int(),
    taskCount: count,
    sourceAttached: z.boolean(),
  }),
);
export type PlanSummary = z.infer<typeof planSummarySchema>;
export const planListSchema = named('PlanList', cursorPage(planSummarySchema));

export const cadenceSchema = named(
  'Cadence',
  z.object({ kind: z.string(), every: z.string(), label: z.string() }),
);
export type CadenceView = z.infer<typeof cadenceSchema>;

export const actionSchema = named(
  'Action',
  z.object({
    id: idSchema,
    code: z.string(),
    number: z.string().nullable(),
    name: z.string(),
    taskForceName: z.string().nullable(),
    officeUnit: unitRefSchema.nullable(),
    figures: figuresSchema,
  }),
);
export type ActionView = z.infer<typeof actionSchema>;

/** A plan with its actions; the figures of the plan and of each action. `ledgers` lists periods that can be downloaded. */
export const planSchema = named(
  'Plan',
  planSummarySchema.extend({
    cadences: z.array(cadenceSchema),
    figures: figuresSchema,
    actions: z.array(actionSchema),
    ledgers: z.array(z.object({ period: z.string(), label: z.string(), href: z.string() })),
  }),
);
export type PlanView = z.infer<typeof planSchema>;

export const ledgerParamsSchema = z.object({ id: idSchema, period: z.string().min(4).max(20) });

export const unitListSchema = named(
  'UnitList',
  cursorPage(unitRefSchema.extend({ code: z.string(), kind: z.string(), isGroup: z.boolean() })),
);
export const planListQuerySchema = listQuery(PLAN_LIST);
export const unitListQuerySchema = listQuery(UNIT_LIST);
export type UnitList = z.infer<typeof unitListSchema>;
