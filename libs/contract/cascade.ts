import { z } from 'zod';
import {
  civilDateSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  named,
  percentSchema,
  versionSchema,
  wordsSchema,
} from './primitives.js';

export const JURISDICTION_LEVEL_LABELS = {
  province: '省级',
  prefecture: '市级',
  county: '县区级',
  township: '乡镇级',
} as const;

export const HAND_DOWN_STATE_LABELS = {
  offered: '待承接',
  asked: '询问中',
  adopted: '已承接',
  declined: '已退回',
  recalled: '已收回',
} as const;
export type HandDownStateName = keyof typeof HAND_DOWN_STATE_LABELS;
const state = z.enum(Object.keys(HAND_DOWN_STATE_LABELS) as [HandDownStateName, ...HandDownStateName[]]);

export const CASCADE_KIND_LABELS = {
  offered: '交办',
  answered: '答复',
  recalled: '收回',
  adopted: '承接',
  declined: '退回',
  asked: '询问',
  progress: '进展',
} as const;
type CascadeKindName = keyof typeof CASCADE_KIND_LABELS;

/** Administrative division code: `430811`. */
const jurisdictionCode = z.string().min(1).max(64);

export const jurisdictionRefSchema = named(
  'JurisdictionRef',
  z.object({ id: jurisdictionCode, name: z.string(), level: z.string(), levelLabel: z.string() }),
);
export type JurisdictionRef = z.infer<typeof jurisdictionRefSchema>;

/** 本辖区: with the names of those above it, the nearest first, and of those directly below. Nothing else is told of them. */
export const jurisdictionSchema = named(
  'Jurisdiction',
  z.object({
    ...jurisdictionRefSchema.shape,
    ancestors: z.array(jurisdictionRefSchema),
    children: z.array(jurisdictionRefSchema),
  }),
);
export type JurisdictionView = z.infer<typeof jurisdictionSchema>;

const indicator = named(
  'HandedIndicator',
  z.object({ name: z.string(), comparatorLabel: z.string(), value: z.number(), unit: z.string() }),
);

/** What a lower jurisdiction has told of the task that it adopted: only what was accepted there. */
export const lowerProgressFactsSchema = named(
  'LowerProgressFacts',
  z.object({
    state: z.string(),
    stateLabel: z.string(),
    scheduleLabel: z.string(),
    /** 黄牌, as the lower jurisdiction calls it; null: none. */
    card: z.string().nullable(),
    deadlineOn: civilDateSchema,
    /** Null: no report has been accepted yet. */
    percent: percentSchema.nullable(),
    periodLabel: z.string().nullable(),
    readings: z.array(
      named('LowerReading', z.object({ name: z.string(), value: z.number(), unit: z.string() })),
    ),
    /** Null: the lower jurisdiction's rules share none. */
    words: z.string().nullable(),
    at: instantSchema,
  }),
);
export type LowerProgressFacts = z.infer<typeof lowerProgressFactsSchema>;

const handed = {
  id: idSchema,
  title: z.string(),
  requirement: z.string(),
  deadlineOn: civilDateSchema,
  indicators: z.array(indicator),
  state,
  stateLabel: z.string(),
  offeredAt: instantSchema,
  question: z.string().nullable(),
  answer: z.string().nullable(),
  /** Of who sent it back or recalled it. */
  reason: z.string().nullable(),
  /** Its ETag is this number in quotation marks. */
  version: versionSchema,
};

/** 交办下级: a task that was handed down, as the one above has it. */
export const handDownSchema = named(
  'HandDown',
  z.object({
    ...handed,
    lower: z.object({ id: jurisdictionCode, name: z.string() }),
    /** The lower jurisdiction has its copy; null: it is on its way. */
    deliveredAt: instantSchema.nullable(),
    adopted: z
      .object({
        code: z.string(),
        title: z.string(),
        deadlineOn: civilDateSchema,
        leads: z.array(z.string()),
        deadlineReason: z.string().nullable(),
      })
      .nullable(),
    progress: lowerProgressFactsSchema.nullable(),
    mayAnswer: z.boolean(),
    mayRecall: z.boolean(),
  }),
);
export type HandDownView = z.infer<typeof handDownSchema>;

/** To whom a task is handed down and what has come back; figures are what the lead unit may quote, and change nothing. */
export const taskCascadeSchema = named(
  'TaskCascade',
  z.object({
    items: z.array(handDownSchema),
    mayHandDown: z.boolean(),
    /** To whom it can be handed down now. */
    children: z.array(jurisdictionRefSchema),
    /** Of which hand-down this task itself came; null: of none. */
    handedDown: z.object({ id: idSchema, upperName: z.string(), upperTaskCode: z.string() }).nullable(),
    figures: named(
      'LowerFigures',
      z.object({
        adopted: z.int().nonnegative(),
        /** Of those, the ones with an accepted report. */
        reported: z.int().nonnegative(),
        closed: z.int().nonnegative(),
        lowestPercent: percentSchema.nullable(),
        meanPercent: percentSchema.nullable(),
        /** Sums over those that have told a reading. */
        readings: z.array(
          z.object({ name: z.string(), unit: z.string(), sum: z.number(), of: z.int().positive() }),
        ),
      }),
    ),
  }),
);
export type TaskCascadeView = z.infer<typeof taskCascadeSchema>;

export const handDownInputSchema = named(
  'HandDownInput',
  z.strictObject({
    /** Jurisdictions directly below. */
    to: z.array(jurisdictionCode).min(1).max(200),
    requirement: wordsSchema,
    /** Left out: the task's own deadline; never later than that. */
    deadlineOn: civilDateSchema.optional(),
  }),
);

/** One of the copies: what one side said, in its order. */
export const cascadeMessageSchema = named(
  'CascadeMessage',
  z.object({
    handDownId: idSchema,
    otherName: z.string(),
    /** `in`: the other side's. */
    direction: z.enum(['in', 'out']),
    seq: z.int().positive(),
    kind: z.enum(Object.keys(CASCADE_KIND_LABELS) as [CascadeKindName, ...CascadeKindName[]]),
    kindLabel: z.string(),
    summary: z.string(),
    at: instantSchema,
    state: z.enum(['pending', 'delivered', 'stopped', 'received']),
  }),
);
export type CascadeMessageView = z.infer<typeof cascadeMessageSchema>;
export const cascadeMessageListSchema = named(
  'CascadeMessageList',
  z.object({ items: z.array(cascadeMessageSchema) }),
);

/** 上级交办: as the jurisdiction has it to which it was handed. */
export const handedDownTaskSchema = named(
  'HandedDownTask',
  z.object({
    ...handed,
    upper: z.object({ id: jurisdictionCode, name: z.string() }),
    upperTaskCode: z.string(),
    upperPlanTitle: z.string(),
    /** The desk that handed it down. */
    offeredBy: z.string(),
    receivedAt: instantSchema,
    /** The own task that it became. */
    task: z.object({ id: idSchema, code: z.string() }).nullable(),
    mayDecide: z.boolean(),
  }),
);
export type HandedDownTaskView = z.infer<typeof handedDownTaskSchema>;
export const handedDownTaskListSchema = named(
  'HandedDownTaskList',
  z.object({
    items: z.array(handedDownTaskSchema),
    /** Those that wait for an answer. */
    waiting: z.int().nonnegative(),
  }),
);
export type HandedDownTaskList = z.infer<typeof handedDownTaskListSchema>;

const units = z.array(idSchema).max(50);
export const adoptHandedDownSchema = named(
  'AdoptHandedDown',
  z.strictObject({
    planId: idSchema,
    actionCode: z.string().min(1).max(40),
    /** Left out: as it was handed down. */
    title: z.string().trim().min(1).max(200).optional(),
    leadUnitIds: units,
    supportUnitIds: units.default([]),
    /** Left out: the one handed down. */
    deadlineOn: civilDateSchema.optional(),
    /** Needed where the date is later than the one handed down; it is told above. */
    deadlineReason: wordsSchema.optional(),
    /** Confirmed and put to the unit in the same step. */
    dispatch: z.boolean().default(false),
  }),
);
export const handDownAnswerSchema = named('HandDownAnswer', z.strictObject({ answer: wordsSchema }));
export const handDownReasonSchema = named('HandDownReason', z.strictObject({ reason: wordsSchema }));
export const handedDownQuestionSchema = named(
  'HandedDownQuestion',
  z.strictObject({ question: wordsSchema }),
);

const TAG = 'cascade';
const TASK = '/api/v1/tasks/{id}';
const DOWN = '/api/v1/hand-downs/{id}';
const FROM_ABOVE = '/api/v1/handed-down-tasks';
const change = { method: 'post', tag: TAG, params: idParamsSchema, change: true, conditional: true } as const;

export const CASCADE_ROUTES = {
  jurisdiction: {
    method: 'get',
    path: '/api/v1/jurisdiction',
    summary: '本辖区及其上下级',
    tag: TAG,
    status: 200,
    answer: jurisdictionSchema,
  },
  taskCascade: {
    method: 'get',
    path: `${TASK}/cascade`,
    summary: '任务的交办下级情况',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: taskCascadeSchema,
  },
  handDown: {
    ...change,
    path: `${TASK}/cascade`,
    summary: '把任务交办给下级',
    status: 201,
    body: handDownInputSchema,
    answer: taskCascadeSchema,
  },
  lowerProgress: {
    method: 'get',
    path: `${TASK}/lower-progress`,
    summary: '下级进展：上下级往来',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: cascadeMessageListSchema,
  },
  handDownItem: {
    method: 'get',
    path: DOWN,
    summary: '一次交办',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: handDownSchema,
    etag: true,
  },
  answerHandDown: {
    ...change,
    path: `${DOWN}/answer`,
    summary: '答复下级的询问',
    status: 200,
    body: handDownAnswerSchema,
    answer: handDownSchema,
    etag: true,
  },
  recallHandDown: {
    ...change,
    path: `${DOWN}/recall`,
    summary: '收回交办',
    status: 200,
    body: handDownReasonSchema,
    answer: handDownSchema,
    etag: true,
  },
  handedDownTasks: {
    method: 'get',
    path: FROM_ABOVE,
    summary: '上级交办',
    tag: TAG,
    status: 200,
    answer: handedDownTaskListSchema,
  },
  handedDownTask: {
    method: 'get',
    path: `${FROM_ABOVE}/{id}`,
    summary: '一件上级交办',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: handedDownTaskSchema,
    etag: true,
  },
  adoptHandedDown: {
    ...change,
    path: `${FROM_ABOVE}/{id}/adoption`,
    summary: '承接上级交办，成为本级任务',
    status: 200,
    body: adoptHandedDownSchema,
    answer: handedDownTaskSchema,
    etag: true,
  },
  declineHandedDown: {
    ...change,
    path: `${FROM_ABOVE}/{id}/refusal`,
    summary: '退回上级交办',
    status: 200,
    body: handDownReasonSchema,
    answer: handedDownTaskSchema,
    etag: true,
  },
  askAboutHandedDown: {
    ...change,
    path: `${FROM_ABOVE}/{id}/question`,
    summary: '向上级询问',
    status: 200,
    body: handedDownQuestionSchema,
    answer: handedDownTaskSchema,
    etag: true,
  },
} as const;
