import { z } from 'zod';
import { listQuery } from './lists/declare-list.js';
import { NOTICE_LIST } from './lists/of-messages.js';
import { allowedActionSchema } from './allowed-action.js';
import { NOTICE_KINDS, NOTICE_STATES } from './labels.js';
import {
  civilDateSchema,
  idSchema,
  instantSchema,
  named,
  pageOf,
  personRefSchema,
  unitRefSchema,
  versionSchema,
} from './primitives.js';

export const noticeSummarySchema = named(
  'NoticeSummary',
  z.object({
    id: idSchema,
    kind: z.enum(NOTICE_KINDS),
    kindLabel: z.string(),
    state: z.enum(NOTICE_STATES),
    stateLabel: z.string(),
    /** Given when it is issued: 张武督提〔2024〕1号. */
    number: z.string().nullable(),
    title: z.string(),
    unit: unitRefSchema,
    colour: z.string().nullable(),
    draftedAt: instantSchema,
    issuedAt: instantSchema.nullable(),
    acknowledgedAt: instantSchema.nullable(),
    /** An appeal was upheld: it counts nowhere any more, and stays in the record. */
    rescindedAt: instantSchema.nullable(),
    /** How far it has come: what If-Match wants. */
    version: versionSchema,
  }),
);
export type NoticeSummary = z.infer<typeof noticeSummarySchema>;

/** What the unit objected to the notice, and what was decided. */
export const noticeAppealSchema = named(
  'NoticeAppeal',
  z.object({
    state: z.enum(['open', 'upheld', 'rejected']),
    reason: z.string(),
    at: instantSchema,
    /** By when it is to be decided; null once it is. */
    dueAt: instantSchema.nullable(),
    decision: z.object({ reason: z.string(), at: instantSchema }).nullable(),
  }),
);
export type NoticeAppeal = z.infer<typeof noticeAppealSchema>;

export const noticeSchema = named(
  'Notice',
  noticeSummarySchema.extend({
    planId: idSchema,
    subjectKind: z.string(),
    subjectId: idSchema,
    rung: z.string(),
    body: z.string(),
    facts: z.unknown(),
    issuedBy: personRefSchema.nullable(),
    acknowledgedBy: personRefSchema.nullable(),
    /** Null: nobody has appealed against it. */
    appeal: noticeAppealSchema.nullable(),
    allowedActions: z.array(allowedActionSchema),
  }),
);
export type NoticeView = z.infer<typeof noticeSchema>;

export const noticeQuerySchema = listQuery(NOTICE_LIST);
export type NoticeQuery = z.infer<typeof noticeQuerySchema>;
export const noticePageSchema = named('NoticePage', pageOf(noticeSummarySchema));

/** `body`: the text as the officer amended it; without it, the draft is issued as it stands. */
export const issueNoticeSchema = named(
  'IssueNotice',
  z.object({ body: z.string().trim().min(1).max(20_000).optional() }),
);
export const issuedNoticeSchema = named(
  'IssuedNotice',
  z.object({ noticeId: idSchema, number: z.string(), issuedAt: instantSchema }),
);
export const agreeToNoticeSchema = named('AgreeToNotice', z.object({}));
export const agreedNoticeSchema = named(
  'AgreedNotice',
  z.object({ noticeId: idSchema, agreedAt: instantSchema }),
);
export const acknowledgeNoticeSchema = named('AcknowledgeNotice', z.object({}));
export const acknowledgedNoticeSchema = named(
  'AcknowledgedNotice',
  z.object({ noticeId: idSchema, acknowledgedAt: instantSchema }),
);

/** What people do about a notice that was issued: the words and forms are those of the same acts on a task. */
export const NOTICE_ACTION_NAMES = [
  'answerCard',
  'appeal',
  'upholdAppeal',
  'rejectAppeal',
  'hold',
  'lift',
  'skip',
] as const;
export type NoticeAction = (typeof NOTICE_ACTION_NAMES)[number];
export const noticeActionParamsSchema = z.object({ id: idSchema, action: z.enum(NOTICE_ACTION_NAMES) });
/** Which members it has follows from the action. */
export const noticeActionInputSchema = named(
  'NoticeActionInput',
  z.object({
    reason: z.string().optional(),
    statement: z.string().optional(),
    until: civilDateSchema.optional(),
  }),
);
export const noticeActedSchema = named('NoticeActed', z.object({ noticeId: idSchema, at: instantSchema }));
