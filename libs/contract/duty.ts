import { z } from 'zod';
import { DUTY_KINDS } from './duty-kinds.js';
import { cursorPage, listQuery } from './lists/declare-list.js';
import { DUTY_LIST } from './lists/of-reports.js';
import { allowedActionSchema } from './allowed-action.js';
import { createdTaskSchema } from './new-task.js';
import {
  civilDateSchema,
  idSchema,
  instantSchema,
  named,
  personRefSchema,
  unitRefSchema,
  versionSchema,
  wordsSchema,
} from './primitives.js';
import { readingSchema } from './report.js';
import { indicatorSchema } from './task.js';

export { DUTY_KINDS };
export type DutyKind = (typeof DUTY_KINDS)[number];
export const CADENCES = ['week', 'ten-day', 'month', 'quarter', 'half-year', 'year'] as const;

const line = z.string().trim().min(1).max(500);

/** What is filed for a duty; which members it has follows from its kind: a meeting’s, a product’s or a part’s. */
export const dutyRecordSchema = named(
  'DutyRecord',
  z.strictObject({
    heldOn: civilDateSchema.optional(),
    chairedBy: line.optional(),
    attended: z.array(line).max(200).optional(),
    decisions: z.array(wordsSchema).max(100).optional(),
    state: z.enum(['confirmed', 'issued']).optional(),
    reference: z.string().trim().max(500).optional(),
    text: wordsSchema.optional(),
    readings: z.array(readingSchema).max(50).optional(),
    evidence: z.array(line).max(50).optional(),
    note: z.string().trim().max(4000).optional(),
  }),
);
export type DutyRecord = z.infer<typeof dutyRecordSchema>;

export const dutySchema = named(
  'Duty',
  z.object({
    id: idSchema,
    kind: z.enum(DUTY_KINDS),
    label: z.string(),
    plan: z.object({ id: idSchema, title: z.string() }),
    action: z.object({ code: z.string(), name: z.string() }).nullable(),
    task: z.object({ id: idSchema, code: z.string(), title: z.string() }).nullable(),
    /** Whose it is. */
    unit: unitRefSchema,
    /** Of a part: the lead unit that asked for it. */
    askedBy: unitRefSchema.nullable(),
    period: z.string(),
    periodLabel: z.string(),
    opensAt: instantSchema.nullable(),
    dueAt: instantSchema,
    overdue: z.boolean(),
    state: z.string(),
    stateLabel: z.string(),
    /** What was asked for, in words. */
    words: z.string().nullable(),
    returnReason: z.string().nullable(),
    /** From then on silence counts as acceptance. */
    silentAt: instantSchema.nullable(),
    record: z
      .object({
        id: idSchema,
        filedBy: personRefSchema.nullable(),
        filedAt: instantSchema,
        body: dutyRecordSchema,
      })
      .nullable(),
    /** Of a part: the task's figures, so that their readings can be given. */
    indicators: z.array(indicatorSchema),
    allowedActions: z.array(allowedActionSchema),
    version: versionSchema,
  }),
);
export type DutyView = z.infer<typeof dutySchema>;

export const dutyQuerySchema = listQuery(DUTY_LIST);
export const dutyListSchema = named('DutyList', cursorPage(dutySchema));

/** One decision of a meeting that becomes a task in the same step; `decision` counts from 0. */
export const decisionTaskSchema = named(
  'DecisionTask',
  z.strictObject({
    decision: z.int().min(0).max(99),
    title: z.string().trim().min(1).max(200),
    leadUnitIds: z.array(idSchema).max(50),
    supportUnitIds: z.array(idSchema).max(50).default([]),
    deadlineOn: civilDateSchema.optional(),
    dispatch: z.boolean().default(false),
  }),
);
export const fulfilDutySchema = named(
  'FulfilDuty',
  z.strictObject({ record: dutyRecordSchema, tasks: z.array(decisionTaskSchema).max(50).default([]) }),
);
/** What became of each decision that was to be a task: the task, or why it is none; the record stands either way. */
export const fulfilledDutySchema = named(
  'FulfilledDuty',
  z.object({
    obligationId: idSchema,
    recordId: idSchema,
    filedAt: instantSchema,
    late: z.boolean(),
    state: z.string(),
    stateLabel: z.string(),
    tasks: z.array(
      z.object({
        decision: z.int(),
        task: createdTaskSchema.nullable(),
        refused: z.object({ code: z.string(), detail: z.string() }).nullable(),
      }),
    ),
  }),
);
export type FulfilledDutyView = z.infer<typeof fulfilledDutySchema>;

/** A decision of a meeting that was filed before becomes a task. */
export const taskOfDecisionSchema = named('TaskOfDecision', z.strictObject({ ...decisionTaskSchema.shape }));

/** A lead unit asks a supporting one for its part of the report: for the task's life, or once. */
export const askForPartSchema = named(
  'AskForPart',
  z.strictObject({
    unitId: idSchema,
    words: wordsSchema,
    once: z.boolean().default(false),
    every: z.enum(CADENCES).optional(),
  }),
);
export const askedPartSchema = named(
  'AskedPart',
  z.object({ requestId: idSchema, period: z.string(), periodLabel: z.string(), dueAt: instantSchema }),
);
export const withdrawPartSchema = named('WithdrawPart', z.strictObject({}));
export const withdrawnPartSchema = named('WithdrawnPart', z.object({ requestId: idSchema }));

/** A one-off report besides the rhythm; at short notice somebody who may answers for it. */
export const requestReportSchema = named(
  'RequestReport',
  z.strictObject({
    unitId: idSchema,
    dueAt: instantSchema,
    words: wordsSchema,
    approvedBy: idSchema.optional(),
  }),
);
export const requestedReportSchema = named(
  'RequestedReport',
  z.object({ obligationId: idSchema, dueAt: instantSchema, noticeHours: z.number() }),
);

/** What units were asked for on a task, and what this person may ask for. */
export const taskAsksSchema = named(
  'TaskAsks',
  z.object({
    parts: z.array(
      z.object({
        id: idSchema,
        unit: unitRefSchema,
        askedBy: unitRefSchema,
        cadenceLabel: z.string(),
        words: z.string(),
        askedAt: instantSchema,
        withdrawnAt: instantSchema.nullable(),
        mayWithdraw: z.boolean(),
      }),
    ),
    duties: z.array(dutySchema),
    /** Supporting units that a part may be asked of; empty: none by this person. */
    partOf: z.array(unitRefSchema),
    /** Units that a one-off report may be asked of; empty: none by this person. */
    reportOf: z.array(unitRefSchema),
    /** With less notice than this, in working hours, one of the approvers has to be named. */
    noticeHours: z.number(),
    approvers: z.array(personRefSchema),
  }),
);
export type TaskAsks = z.infer<typeof taskAsksSchema>;

export const DUTY_STATE_LABELS = {
  scheduled: '未到办理时间',
  open: '待办理',
  submitted: '已提交，待审核',
  returned: '已退回，待重办',
  accepted: '已办理',
  missed: '未办理',
  excused: '不需办理',
} as const;
