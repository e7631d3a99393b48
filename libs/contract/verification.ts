import { z } from 'zod';
import { cursorPage, listQuery } from './lists/declare-list.js';
import { VERIFICATION_LIST } from './lists/of-reports.js';
import { allowedActionSchema } from './allowed-action.js';
import {
  idSchema,
  instantSchema,
  named,
  percentSchema,
  personRefSchema,
  unitRefSchema,
  versionSchema,
  wordsSchema,
} from './primitives.js';

/** What a verification on the spot found. */
export const FINDING_LABELS = { true: '属实', partlyTrue: '部分属实', untrue: '不实' } as const;
export type FindingName = keyof typeof FINDING_LABELS;
export const FINDING_NAMES = Object.keys(FINDING_LABELS) as [FindingName, ...FindingName[]];

export const DRAW_STATE_LABELS = {
  committed: '已公布承诺，待冻结名单',
  frozen: '名单已冻结，待抽签',
  drawn: '已抽签',
  abandoned: '已作废',
} as const;
export type DrawState = keyof typeof DRAW_STATE_LABELS;
export const DRAW_STATES = Object.keys(DRAW_STATE_LABELS) as [DrawState, ...DrawState[]];

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/u);

/** Why an account has the lots that it has: one thing that speaks against it. */
export const truthSignalSchema = named(
  'TruthSignal',
  z.object({
    name: z.string(),
    label: z.string(),
    /** 0 to 1. */
    score: z.number().min(0).max(1),
    /** What it adds to the lots, before floor and ceiling; may be a fraction. */
    lots: z.number().min(0),
    says: z.string(),
  }),
);

/** One unit's account of one task, as it stands in the draw. */
export const drawEntrySchema = named(
  'DrawEntry',
  z.object({
    key: z.string(),
    taskId: idSchema,
    code: z.string(),
    title: z.string(),
    unit: unitRefSchema,
    period: z.string(),
    progress: percentSchema,
    expected: z.number().nullable(),
    lots: z.int().min(1),
    /** The chance to be the first that is drawn, in percent. */
    chance: percentSchema,
    signals: z.array(truthSignalSchema),
  }),
);
export type DrawEntryView = z.infer<typeof drawEntrySchema>;

/** What is published of the weights: everybody's lots, and what each signal adds at its full score. */
export const drawRulesSchema = named(
  'DrawRules',
  z.object({
    baseLots: z.int(),
    fewestLots: z.int(),
    mostLots: z.int(),
    weights: z.array(z.object({ name: z.string(), label: z.string(), lots: z.int() })),
    count: z.int(),
    shareAtMost: z.number(),
    certain: z.array(z.object({ name: z.string(), label: z.string(), from: z.number() })),
    publicRandomness: z.enum(['required', 'optional']),
  }),
);
export type DrawRulesView = z.infer<typeof drawRulesSchema>;

export const drawPreviewSchema = named(
  'DrawPreview',
  z.object({
    rules: drawRulesSchema,
    /** How many would be drawn by lot from as many as there are. */
    places: z.int().nonnegative(),
    entries: z.array(drawEntrySchema),
    /** What can be done with each of the entries, by its task and unit: looked at by name. */
    entryActions: z.array(allowedActionSchema),
    allowedActions: z.array(allowedActionSchema),
  }),
);
export type DrawPreview = z.infer<typeof drawPreviewSchema>;

export const drawSummarySchema = named(
  'DrawSummary',
  z.object({
    id: idSchema,
    planId: idSchema,
    state: z.enum(DRAW_STATES),
    stateLabel: z.string(),
    count: z.int(),
    commitment: hashSchema,
    committedAt: instantSchema,
    frozenAt: instantSchema.nullable(),
    populationHash: hashSchema.nullable(),
    population: z.int().nullable(),
    randomness: z.object({ text: z.string(), source: z.string(), at: instantSchema }).nullable(),
    drawnAt: instantSchema.nullable(),
    recordHash: hashSchema.nullable(),
    abandonReason: z.string().nullable(),
    drawn: z.array(
      z.object({
        order: z.int(),
        key: z.string(),
        code: z.string(),
        title: z.string(),
        unit: z.string(),
        lots: z.int(),
        because: z.enum(['rule', 'lot']),
      }),
    ),
    allowedActions: z.array(allowedActionSchema),
    version: versionSchema,
  }),
);
export type DrawSummary = z.infer<typeof drawSummarySchema>;
export const drawListSchema = named('DrawList', z.object({ items: z.array(drawSummarySchema) }));

export const commitDrawSchema = named('CommitDraw', z.object({ count: z.int().min(1).max(200).optional() }));
export const freezeDrawSchema = named('FreezeDraw', z.object({}));
export const carryOutDrawSchema = named('CarryOutDraw', z.object({}));
export const abandonDrawSchema = named('AbandonDraw', z.object({ reason: wordsSchema }));
export const addRandomnessSchema = named(
  'AddRandomness',
  z.object({ text: z.string().trim().min(1).max(500), source: z.string().trim().min(1).max(500) }),
);
export const drawStandsSchema = named(
  'DrawStands',
  z.object({ drawId: idSchema, version: versionSchema, state: z.enum(DRAW_STATES) }),
);
export const drawnSchema = named(
  'DrawnVerifications',
  drawStandsSchema.extend({
    verificationIds: z.array(idSchema),
    /** Keys that were drawn, but whose task was over, or being verified, by then. */
    passedOver: z.array(z.string()),
  }),
);

const evidenceSchema = z.object({
  label: z.string().trim().min(1).max(200),
  /** Where it is kept: the number of minutes, a file, an address. */
  ref: z.string().trim().min(1).max(500),
});

export const verificationSchema = named(
  'Verification',
  z.object({
    id: idSchema,
    planId: idSchema,
    task: z.object({ id: idSchema, code: z.string(), title: z.string() }),
    unit: unitRefSchema,
    drawId: idSchema.nullable(),
    reason: z.string(),
    period: z.string().nullable(),
    reported: percentSchema.nullable(),
    /** What the unit said that it had done. */
    words: z.string().nullable(),
    orderedAt: instantSchema,
    dueAt: instantSchema,
    overdue: z.boolean(),
    state: z.enum(['open', 'found']),
    finding: z
      .object({
        code: z.enum(FINDING_NAMES),
        label: z.string(),
        found: percentSchema.nullable(),
        words: z.string(),
        evidence: z.array(evidenceSchema),
        at: instantSchema,
        by: personRefSchema.nullable(),
      })
      .nullable(),
    corrected: z.object({ progress: percentSchema, at: instantSchema }).nullable(),
    allowedActions: z.array(allowedActionSchema),
    version: versionSchema,
  }),
);
export type VerificationView = z.infer<typeof verificationSchema>;

export const verificationQuerySchema = listQuery(VERIFICATION_LIST);
export const verificationListSchema = named('VerificationList', cursorPage(verificationSchema));

export const orderVerificationSchema = named(
  'OrderVerification',
  z.object({ taskId: idSchema, unitId: idSchema, reason: wordsSchema }),
);
export const orderedVerificationSchema = named('OrderedVerification', z.object({ verificationId: idSchema }));

export const recordFindingSchema = named(
  'RecordFinding',
  z.object({
    finding: z.enum(FINDING_NAMES),
    found: percentSchema.nullable().default(null),
    words: wordsSchema,
    evidence: z.array(evidenceSchema).max(50).default([]),
  }),
);
export const recordedFindingSchema = named(
  'RecordedFinding',
  z.object({ verificationId: idSchema, foundAt: instantSchema }),
);
