import { z } from 'zod';
import {
  idParamsSchema,
  idSchema,
  instantSchema,
  named,
  percentSchema,
  personRefSchema,
  unitRefSchema,
  wordsSchema,
} from './primitives.js';
import { readingSchema } from './report.js';
import { filingSchema } from './filing.js';

/** 负责人审签: a unit may want its head's signature on what it reports; until then the liaison's text is no report. */

/** How what this person files goes out: straight, or to the head first; and why straight although it might not. */
export const signOffOfSittingSchema = named(
  'SignOffOfSitting',
  z.object({
    /** The unit wants it. */
    wanted: z.boolean(),
    /** Who is the head of the unit today, or acts for them. */
    heads: z.array(personRefSchema),
    /** Null: this person files nothing here. */
    way: z.enum(['file', 'sendForSignOff']).nullable(),
    /** Why it goes straight out although the unit wants the signature. */
    because: z.enum(['head', 'vacant']).nullable(),
    /** Reports that wait for the head, and since when the first of them does. */
    waiting: z.int().nonnegative(),
    since: instantSchema.nullable(),
  }),
);
export type SignOffOfSitting = z.infer<typeof signOffOfSittingSchema>;

export const PARKED_STATE_LABELS = {
  waiting: '待负责人审签',
  returned: '负责人退回',
  takenBack: '已撤回',
  overtaken: '未能报出',
} as const;
export type ParkedStateName = keyof typeof PARKED_STATE_LABELS;

/** What was sent to the head for one thing owed and is no report (yet). Shown to the people of the unit who file or sign. */
export const parkedReportSchema = named(
  'ParkedReport',
  z.object({
    state: z.enum(Object.keys(PARKED_STATE_LABELS) as [ParkedStateName, ...ParkedStateName[]]),
    stateLabel: z.string(),
    progress: percentSchema,
    noChange: z.boolean(),
    done: z.string(),
    problems: z.string(),
    helpWanted: z.string(),
    nextSteps: z.string(),
    readings: z.array(readingSchema),
    /** Ids of the files that had been handed in for it when it was sent. */
    evidence: z.array(idSchema),
    sentBy: personRefSchema.nullable(),
    sentAt: instantSchema,
    decidedBy: personRefSchema.nullable(),
    decidedAt: instantSchema.nullable(),
    /** Why it was returned, or could not be filed. */
    remark: z.string(),
    /** This person may sign it: it is not what they sent themselves while they act for the head. */
    maySign: z.boolean(),
  }),
);
export type ParkedReport = z.infer<typeof parkedReportSchema>;

export const unitSignOffSchema = named(
  'UnitSignOff',
  z.object({
    unit: unitRefSchema,
    wanted: z.boolean(),
    heads: z.array(personRefSchema),
    /** When it was last turned on or off, and by whom; null: never. */
    changedAt: instantSchema.nullable(),
    changedBy: personRefSchema.nullable(),
    waiting: z.int().nonnegative(),
    /** This person may turn it on or off. */
    mayTurn: z.boolean(),
  }),
);
export type UnitSignOff = z.infer<typeof unitSignOffSchema>;

export const turnSignOffSchema = named('TurnSignOff', z.object({ wanted: z.boolean() }));

const someSchema = z.object({ obligationIds: z.array(idSchema).min(1).max(500) });
export const someOfSittingSchema = named('SomeOfSitting', someSchema);
export const returnFromSignOffSchema = named('ReturnFromSignOff', someSchema.extend({ remark: wordsSchema }));

export const sentForSignOffSchema = named(
  'SentForSignOff',
  z.object({
    sittingId: idSchema,
    sentAt: instantSchema,
    waiting: z.int().nonnegative(),
    heads: z.array(personRefSchema),
  }),
);
export type SentForSignOff = z.infer<typeof sentForSignOffSchema>;

export const handedBackSchema = named(
  'HandedBack',
  z.object({ sittingId: idSchema, at: instantSchema, obligationIds: z.array(idSchema) }),
);
export type HandedBack = z.infer<typeof handedBackSchema>;

export const SIGN_OFF_OUTCOMES = {
  signed: '已审签报出',
  notOwed: '已不需填报',
  changed: '已另行填报',
  notWaiting: '已不在待审签之列',
} as const;
export type SignOffOutcomeName = keyof typeof SIGN_OFF_OUTCOMES;

export const signedOffSchema = named(
  'SignedOff',
  z.object({
    sittingId: idSchema,
    at: instantSchema,
    late: z.boolean(),
    rows: z.array(
      z.object({
        obligationId: idSchema,
        outcome: z.enum(Object.keys(SIGN_OFF_OUTCOMES) as [SignOffOutcomeName, ...SignOffOutcomeName[]]),
        outcomeLabel: z.string(),
        /** Of what was not signed, why. */
        message: z.string(),
      }),
    ),
    /** Reports that the sitting still waits for. */
    stillOwed: z.int().nonnegative(),
  }),
);
export type SignedOff = z.infer<typeof signedOffSchema>;

const sitting = '/api/v1/sittings/{id}';
const act = { method: 'post', status: 200, params: idParamsSchema, change: true, conditional: true } as const;

export const SIGN_OFF_ROUTES = {
  sendForSignOff: {
    ...act,
    path: `${sitting}/sign-off-request`,
    summary: '填报送负责人审签',
    about: '本单位开启负责人审签时用它代替 fileSitting；审签后才算报出，在此之前时限照常计算。',
    tag: 'sitting',
    body: filingSchema,
    answer: sentForSignOffSchema,
    problems: [
      'SignOffNotWanted',
      'SittingIncomplete',
      'SittingNotOpen',
      'SittingAlreadyFiled',
      'NoChangeTooOften',
    ],
  },
  takeBackFromSignOff: {
    ...act,
    path: `${sitting}/sign-off-withdrawal`,
    summary: '撤回送审的填报',
    about: '审签之前可以撤回；所填内容保留，修改后可再送审。',
    tag: 'sitting',
    body: someOfSittingSchema,
    answer: handedBackSchema,
    problems: ['SignOffNotWaiting'],
  },
  signOff: {
    ...act,
    path: `${sitting}/sign-off`,
    summary: '负责人审签，随即报出',
    about: '所选各项在一个事务中审签并报出，一项一个结果；已不需填报的逐项说明，不影响其余各项。',
    tag: 'signOff',
    body: someOfSittingSchema,
    answer: signedOffSchema,
    problems: ['OwnSignOff', 'NoChangeTooOften'],
  },
  returnFromSignOff: {
    ...act,
    path: `${sitting}/sign-off-return`,
    summary: '负责人退回送审的填报',
    tag: 'signOff',
    body: returnFromSignOffSchema,
    answer: handedBackSchema,
    problems: ['SignOffNotWaiting', 'ReasonMissing'],
  },
  unitSignOff: {
    method: 'get',
    path: '/api/v1/units/{id}/sign-off',
    summary: '单位是否要负责人审签',
    tag: 'signOff',
    status: 200,
    params: idParamsSchema,
    answer: unitSignOffSchema,
  },
  turnSignOff: {
    method: 'put',
    path: '/api/v1/units/{id}/sign-off',
    summary: '开启或关闭负责人审签（本单位负责人）',
    about: '关闭时已送审的不受影响，仍可审签、退回或撤回。',
    tag: 'signOff',
    status: 200,
    params: idParamsSchema,
    body: turnSignOffSchema,
    answer: unitSignOffSchema,
    change: true,
    problems: ['UnitUnknown'],
  },
} as const;
