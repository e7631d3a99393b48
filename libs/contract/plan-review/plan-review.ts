import { z } from 'zod';
import { cursorPage, listQuery } from '../lists/declare-list.js';
import { PLAN_REVIEW_LIST } from '../lists/of-tasks.js';
import {
  civilDateSchema,
  idSchema,
  instantSchema,
  named,
  personRefSchema,
  unitRefSchema,
  versionSchema,
  wordsSchema,
} from '../primitives.js';
import { draftTaskSchema } from './draft-task.js';
import { findingSchema, readCadenceSchema, readIndicatorSchema, unitSuggestionSchema } from './reading.js';

const count = z.int().nonnegative();

export const PLAN_REVIEW_STATES = ['open', 'dispatched', 'abandoned'] as const;
export type PlanReviewState = (typeof PLAN_REVIEW_STATES)[number];
export const PLAN_REVIEW_STATE_LABELS: Record<PlanReviewState, string> = {
  open: '校核中',
  dispatched: '已下发',
  abandoned: '已作废',
};

/** A document in review: a new plan, or the revised text of a plan that is running (`amends`). */
export const planReviewSummarySchema = named(
  'PlanReviewSummary',
  z.object({
    id: idSchema,
    version: versionSchema,
    state: z.enum(PLAN_REVIEW_STATES),
    stateLabel: z.string(),
    title: z.string(),
    fileName: z.string(),
    documentKind: z.string(),
    amends: z.object({ id: idSchema, title: z.string() }).nullable(),
    uploadedBy: personRefSchema.nullable(),
    uploadedAt: instantSchema,
    counts: z.object({ proposed: count, confirmed: count, dropped: count, doubtful: count }),
    planId: idSchema.nullable(),
    /** While a large plan is dispatched batch by batch: of so many tasks so many are in force. */
    dispatching: z.object({ total: count, done: count }).nullable(),
  }),
);
export type PlanReviewSummary = z.infer<typeof planReviewSummarySchema>;
export const planReviewListSchema = named('PlanReviewList', cursorPage(planReviewSummarySchema));
export const planReviewListQuerySchema = listQuery(PLAN_REVIEW_LIST);

export const draftActionSchema = named(
  'DraftAction',
  z.object({
    code: z.string(),
    number: z.string(),
    name: z.string(),
    goals: z.array(readIndicatorSchema),
    taskForce: z.string().nullable(),
    officeUnit: z.string().nullable(),
    /** How often, as a person said of the action in review. */
    cadences: z.array(readCadenceSchema.extend({ by: z.string() })),
  }),
);

/** What the document says of itself, as corrected. `planCode` is the short name that the plan's tasks keep for good. */
export const planFactsSchema = named(
  'PlanFacts',
  z.object({
    planCode: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, '方案代号只能用小写字母、数字和连字符')
      .max(60),
    title: z.string().trim().min(2).max(200),
    documentNumber: z.string().trim().max(60),
    issuedBy: z.string().trim().max(100),
    issuedOn: civilDateSchema.nullable(),
    year: z.int().min(2000).max(2100),
  }),
);
export type PlanFacts = z.infer<typeof planFactsSchema>;
export const correctPlanFactsSchema = named('CorrectPlanFacts', planFactsSchema.partial());

/** A printed name that no unit answers to, with the tasks it stands in. */
export const unmatchedNameSchema = named(
  'UnmatchedName',
  z.object({
    printed: z.string(),
    draftTaskIds: z.array(idSchema),
    suggestions: z.array(unitSuggestionSchema),
  }),
);
export type UnmatchedName = z.infer<typeof unmatchedNameSchema>;

/** The whole review: facts, actions, tasks in order, what is doubtful, what keeps it from being dispatched. */
export const planReviewSchema = named(
  'PlanReview',
  planReviewSummarySchema.extend({
    facts: planFactsSchema,
    actions: z.array(draftActionSchema),
    planCadences: z.array(readCadenceSchema.extend({ by: z.string() })),
    headlineTargets: z.array(readIndicatorSchema),
    tasks: z.array(draftTaskSchema),
    findings: z.array(findingSchema),
    unmatched: z.array(unmatchedNameSchema),
    /** May the person who asks change it? */
    mayChange: z.boolean(),
    mayDispatch: z.boolean(),
    /** Something to tell who asked, such as that these very bytes are in review already. */
    notice: z.string().optional(),
  }),
);
export type PlanReview = z.infer<typeof planReviewSchema>;

/** The document as it was read: its text, and its tables where it has any. */
export const reviewDocumentSchema = named(
  'ReviewDocument',
  z.object({
    kind: z.string(),
    fileName: z.string(),
    bytes: count,
    sha256: z.string(),
    text: z.string(),
    tables: z.array(
      z.object({
        sheet: z.string(),
        rows: z.array(z.object({ row: z.int().positive(), cells: z.array(z.string()) })),
      }),
    ),
  }),
);
export type ReviewDocument = z.infer<typeof reviewDocumentSchema>;

/** How the bytes are called, and the running plan that they revise. The body is the file itself. */
export const uploadPlanQuerySchema = z.object({
  fileName: z.string().trim().min(1).max(200),
  amends: idSchema.optional(),
});

const seen = z.strictObject({ id: idSchema, version: versionSchema });

const saidCadence = z.strictObject({
  kind: z.string().max(40),
  every: z.string().max(20),
  by: z.string().trim().max(60).optional(),
});

/** What a person may do with a review as a whole. */
export const planReviewActSchema = named(
  'PlanReviewAct',
  z.discriminatedUnion('type', [
    /** One task out of several: texts joined in the order of the document. */
    z.strictObject({ type: z.literal('merge'), tasks: z.array(seen).min(2).max(20) }),
    z.strictObject({ type: z.literal('confirm'), tasks: z.array(seen).min(1).max(2000) }),
    /** A printed name means this unit, here and, when `learn`, in every later document. */
    z.strictObject({
      type: z.literal('nameUnit'),
      printed: z.string().trim().min(2).max(60),
      unitId: idSchema,
      learn: z.boolean(),
    }),
    /** The name belongs to a unit that the directory does not hold yet. */
    z.strictObject({
      type: z.literal('registerUnit'),
      printed: z.string().trim().min(2).max(60),
      name: z.string().trim().min(2).max(60),
      kind: z.string().max(40),
    }),
    /** How often plan and actions say; what is left out stays. */
    z.strictObject({
      type: z.literal('setCadences'),
      plan: z.array(saidCadence).max(30).optional(),
      actions: z
        .array(z.strictObject({ code: z.string().max(20), cadences: z.array(saidCadence).max(20) }))
        .max(50)
        .optional(),
    }),
    z.strictObject({ type: z.literal('abandon'), reason: wordsSchema }),
  ]),
);
export type PlanReviewAct = z.infer<typeof planReviewActSchema>;

export const planReviewTaskParamsSchema = z.object({ id: idSchema, taskId: idSchema });

/** One correction: who did what, when, with which task. */
export const reviewStepSchema = named(
  'ReviewStep',
  z.object({
    seq: z.int().positive(),
    at: instantSchema,
    by: personRefSchema.nullable(),
    type: z.string(),
    label: z.string(),
    draftTaskIds: z.array(idSchema),
    words: z.string(),
  }),
);
export const reviewStepListSchema = named('ReviewStepList', z.object({ items: z.array(reviewStepSchema) }));

/** What dispatching will ask of whom; with `dryRun` nothing is done. */
export const dispatchPlanSchema = named(
  'DispatchPlan',
  z.strictObject({ dryRun: z.boolean().default(false) }),
);
export const dispatchSummarySchema = named(
  'DispatchSummary',
  z.object({
    version: versionSchema,
    dryRun: z.boolean(),
    planId: idSchema.nullable(),
    tasks: count,
    dispatched: count,
    /** Confirmed, but waiting for a person to name the lead unit. */
    waitingForLead: count,
    units: z.array(
      z.object({
        unit: unitRefSchema,
        leads: count,
        supports: count,
        /** Reports that it will owe in a month of the plan's busiest rhythm, and the minutes that they take. */
        reportsPerMonth: z.number(),
        minutesPerMonth: z.number(),
        overCap: z.boolean(),
      }),
    ),
    /** What keeps it from being dispatched; empty when it can be. */
    obstacles: z.array(findingSchema),
  }),
);
export type DispatchSummary = z.infer<typeof dispatchSummarySchema>;
