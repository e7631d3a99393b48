import { z } from 'zod';
import { allowedActionSchema } from './allowed-action.js';
import {
  civilDateSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  labelledSchema,
  named,
  unitRefSchema,
  versionSchema,
  wordsSchema,
} from './primitives.js';
import { scoreDetailSchema } from './standing-of-units.js';

const schemeRef = z.object({ id: z.string(), version: z.int(), label: z.string() });

/** The scheme in force with every figure that can be tried otherwise, and the versions that are kept. */
export const scoringSchemeSchema = named(
  'ScoringScheme',
  z.object({
    scheme: schemeRef,
    since: instantSchema,
    reason: z.string(),
    sections: z.array(
      z.object({
        label: z.string(),
        marks: z.number(),
        items: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            marks: z.number(),
            /** How it is scored, in words. */
            rule: z.string(),
            evidenceRequired: z.boolean(),
            /** What each one costs, where it is counted. */
            each: z.number().nullable(),
          }),
        ),
      }),
    ),
    deductions: z.array(
      z.object({ id: z.string(), label: z.string(), each: z.number(), atMost: z.number().nullable() }),
    ),
    bonus: z.object({ label: z.string(), atMost: z.number(), evidenceRequired: z.boolean() }).nullable(),
    weights: z.array(z.object({ code: z.string(), weight: z.number() })),
    groups: z.array(z.object({ label: z.string(), members: z.string() })),
    ownUnit: labelledSchema,
    kept: z.array(schemeRef.extend({ at: instantSchema })),
  }),
);
export type ScoringSchemeView = z.infer<typeof scoringSchemeSchema>;

/** `yellow.each:2,reporting.marks:10,weight.A1-01:3` */
const change = /^[A-Za-z][A-Za-z0-9]*\.[^,:\s]{1,60}:-?\d+(?:\.\d+)?$/u;
export const whatIfQuerySchema = z.object({
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
  /** A kept version to be tried: `default@2`; left out: the one in force. */
  scheme: z
    .string()
    .regex(/^[^@\s]{1,80}@\d{1,6}$/u, '应写成 default@2')
    .optional()
    .describe('要试算的办法，如 default@2；不填则为现行办法'),
  /** Figures that are changed, as `项目.数字:值`, with commas. */
  set: z
    .string()
    .max(2_000)
    .refine((text) => text === '' || text.split(',').every((one) => change.test(one)), {
      message: '应写成 yellow.each:2,reporting.marks:10',
    })
    .optional()
    .describe('改动的数字，如 yellow.each:2,reporting.marks:10,weight.A1-01:3'),
});

const stand = z.object({ total: z.number(), rank: z.int().nullable() });
/** Each unit's points and place as they are and as they would be. */
export const whatIfSchema = named(
  'ScoreWhatIf',
  z.object({
    from: civilDateSchema,
    to: civilDateSchema,
    asOf: instantSchema,
    before: schemeRef,
    after: schemeRef,
    moved: z.object({ up: z.int(), down: z.int(), same: z.int() }),
    units: z.array(
      z.object({
        unit: unitRefSchema,
        group: z.string(),
        before: stand,
        after: stand,
        change: z.number(),
        parts: z.array(z.object({ label: z.string(), points: z.number() })),
      }),
    ),
  }),
);
export type ScoreWhatIf = z.infer<typeof whatIfSchema>;

/** An assessment as the list shows it. */
export const assessmentSummarySchema = named(
  'AssessmentSummary',
  z.object({
    id: idSchema,
    planId: idSchema,
    period: z.string(),
    periodLabel: z.string(),
    edition: z.int().positive(),
    state: z.enum(['preview', 'final', 'withdrawn']),
    stateLabel: z.string(),
    from: civilDateSchema,
    to: civilDateSchema,
    asOf: instantSchema,
    scheme: schemeRef,
    openedAt: instantSchema,
    /** Until when units can object. */
    objectionsUntil: instantSchema,
    objectionsOpen: z.boolean(),
    finalisedAt: instantSchema.nullable(),
    withdrawn: z.object({ at: instantSchema, reason: z.string() }).nullable(),
  }),
);
export type AssessmentSummary = z.infer<typeof assessmentSummarySchema>;

export const assessmentListSchema = named(
  'AssessmentList',
  z.object({ items: z.array(assessmentSummarySchema), mayOpen: z.boolean() }),
);

const lineSchema = named(
  'AssessmentLine',
  z.object({
    id: z.string(),
    section: z.string(),
    label: z.string(),
    marks: z.number().nullable(),
    /** As the record gave it. */
    points: z.number(),
    /** What objections added. */
    adjustment: z.number(),
    basis: z.string(),
  }),
);
export type AssessmentLine = z.infer<typeof lineSchema>;

const scoreSchema = named(
  'AssessmentScore',
  z.object({
    unit: unitRefSchema,
    own: z.boolean(),
    previewTotal: z.number(),
    previewRank: z.int().nullable(),
    total: z.number(),
    rank: z.int().nullable(),
  }),
);

export const objectionSchema = named(
  'AssessmentObjection',
  z.object({
    id: idSchema,
    unit: unitRefSchema,
    line: z.string(),
    lineLabel: z.string(),
    points: z.number(),
    /** The most that can be added to the line. */
    room: z.number(),
    statement: z.string(),
    evidence: z.array(z.string()),
    filedAt: instantSchema,
    filedBy: z.string().nullable(),
    state: z.enum(['open', 'upheld', 'rejected']),
    stateLabel: z.string(),
    adjustment: z.number().nullable(),
    reason: z.string().nullable(),
    decidedAt: instantSchema.nullable(),
    decidedBy: z.string().nullable(),
    mayDecide: z.boolean(),
  }),
);
export type AssessmentObjectionView = z.infer<typeof objectionSchema>;

export const assessmentSchema = named(
  'Assessment',
  assessmentSummarySchema.extend({
    openedBy: z.string().nullable(),
    finalisedBy: z.string().nullable(),
    previewHash: z.string(),
    finalHash: z.string().nullable(),
    groups: z.array(z.object({ label: z.string(), scores: z.array(scoreSchema) })),
    objections: z.array(objectionSchema),
    allowedActions: z.array(allowedActionSchema),
    files: z.array(z.object({ format: z.enum(['xlsx', 'json']), href: z.string() })),
    version: versionSchema,
  }),
);
export type AssessmentView = z.infer<typeof assessmentSchema>;

/** One unit's result: its lines, what each rests on, what was objected. */
export const assessmentUnitSchema = named(
  'AssessmentUnit',
  z.object({
    assessment: assessmentSummarySchema,
    score: scoreSchema,
    groupLabel: z.string(),
    lines: z.array(lineSchema),
    detail: scoreDetailSchema,
    objections: z.array(objectionSchema),
    mayObject: z.boolean(),
    version: versionSchema,
  }),
);
export type AssessmentUnitView = z.infer<typeof assessmentUnitSchema>;

export const openAssessmentSchema = named(
  'OpenAssessment',
  z.object({
    /** `2024`, `2024-H1`, `2024-Q3`, `2024-05` */
    period: z.string().trim().min(4).max(10),
    objectionDays: z.int().min(1).max(30).optional(),
  }),
);
export const objectSchema = named(
  'ObjectToAssessment',
  z.object({
    line: z.string().min(1).max(60),
    ground: z.object({ kind: z.string().max(40), id: idSchema, seq: z.int().positive() }).optional(),
    statement: z.string().max(4_000),
    evidence: z.array(z.string().max(400)).max(20),
  }),
);
export const decideObjectionSchema = named(
  'DecideObjection',
  z.object({
    decision: z.enum(['upheld', 'rejected']),
    points: z.number().min(0).max(1_000).optional(),
    reason: z.string().max(4_000),
  }),
);
export const assessmentActionSchema = named(
  'AssessmentActionInput',
  z.object({ reason: wordsSchema.optional() }),
);
export const ASSESSMENT_ACTIONS = ['finalise', 'withdraw'] as const;
export type AssessmentAction = (typeof ASSESSMENT_ACTIONS)[number];

const TAG = 'standing';
const path = '/api/v1/assessments';
/** Routes of assessments: preview, objections, final; and of what another scheme would give. */
export const ASSESSMENT_ROUTES = {
  scoringScheme: {
    method: 'get',
    path: '/api/v1/plans/{id}/scoring-scheme',
    summary: '现行考核办法',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: scoringSchemeSchema,
  },
  whatIf: {
    method: 'get',
    path: '/api/v1/plans/{id}/score-what-if',
    summary: '换一份办法或改几个数字，各单位会得多少分（不保存）',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    query: whatIfQuerySchema,
    answer: whatIfSchema,
  },
  assessments: {
    method: 'get',
    path: '/api/v1/plans/{id}/assessments',
    summary: '一个方案的考核',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: assessmentListSchema,
  },
  openAssessment: {
    method: 'post',
    path: '/api/v1/plans/{id}/assessments',
    summary: '公布考核预览',
    tag: TAG,
    status: 201,
    params: idParamsSchema,
    body: openAssessmentSchema,
    answer: assessmentSchema,
    change: true,
  },
  assessment: {
    method: 'get',
    path: `${path}/{id}`,
    summary: '一次考核：名次、异议（单位只见本单位）',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: assessmentSchema,
  },
  assessmentUnit: {
    method: 'get',
    path: `${path}/{id}/units/{unit}`,
    summary: '一次考核中一个单位的各项得分及依据',
    tag: TAG,
    status: 200,
    params: idParamsSchema.extend({ unit: idSchema }),
    answer: assessmentUnitSchema,
  },
  objectToAssessment: {
    method: 'post',
    path: `${path}/{id}/objections`,
    summary: '对本单位的一项得分提出异议',
    tag: TAG,
    status: 201,
    params: idParamsSchema,
    body: objectSchema,
    answer: assessmentSchema,
    change: true,
  },
  decideObjection: {
    method: 'post',
    path: `${path}/{id}/objections/{objection}/decision`,
    summary: '裁定一件异议',
    tag: TAG,
    status: 200,
    params: idParamsSchema.extend({ objection: idSchema }),
    body: decideObjectionSchema,
    answer: assessmentSchema,
    change: true,
    conditional: true,
  },
  actOnAssessment: {
    method: 'post',
    path: `${path}/{id}/actions/{action}`,
    summary: '确定结果、撤回考核',
    tag: TAG,
    status: 200,
    params: idParamsSchema.extend({ action: z.enum(ASSESSMENT_ACTIONS) }),
    body: assessmentActionSchema,
    answer: assessmentSchema,
    change: true,
    conditional: true,
  },
  assessmentFile: {
    method: 'get',
    path: `${path}/{id}/files/{format}`,
    summary: '导出考核：工作簿或数据',
    tag: TAG,
    status: 200,
    params: idParamsSchema.extend({ format: z.enum(['xlsx', 'json']) }),
    mediaType: 'application/octet-stream',
  },
} as const;
