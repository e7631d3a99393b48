import { z } from 'zod';
import { idSchema, instantSchema, named } from './primitives.js';

/** What waits on a desk; which of them a person has follows from the roles. The words are the page's. */
export const DESK_CARDS = [
  'toSignOff',
  'signOffReturned',
  'atSignOff',
  'toFile',
  'returned',
  'toSign',
  'noticesToAcknowledge',
  'noticesToAnswer',
  'dutiesOwed',
  'dutiesToAccept',
  'toReview',
  'gateTaskForce',
  'gateVerification',
  'gateApproval',
  'noticesToIssue',
  'noticesToAgree',
  'verifications',
  'appeals',
  'disputes',
  'needsAssignment',
  'planReviews',
  'products',
  'toRelease',
  'correctionsDue',
  'released',
  'objectionsToDecide',
  'scoresToSettle',
  'scoresToCheck',
  'objectionsFiled',
  'helpWanted',
  'alerts',
  'behind',
  'seriouslyBehind',
  'cardsReceived',
  'accessRequests',
  'lettersFailed',
  'withoutAddress',
  'webhooksPaused',
  'health',
  'audit',
] as const;
export type DeskCardName = (typeof DESK_CARDS)[number];

export const DESK_SUBJECTS = [
  'task',
  'sitting',
  'duty',
  'report',
  'alert',
  'notice',
  'verification',
  'planReview',
  'product',
  'assessment',
  'person',
  'letter',
  'webhook',
  'check',
] as const;

export const deskItemSchema = named(
  'DeskItem',
  z.object({
    kind: z.enum(DESK_SUBJECTS),
    /** Of what it is about; a check has a name. */
    id: z.string(),
    title: z.string(),
    /** Whose it is, or what is said of it. */
    note: z.string().nullable(),
    /** The clock that it stands under; null: none. */
    at: instantSchema.nullable(),
    overdue: z.boolean(),
  }),
);
export type DeskItem = z.infer<typeof deskItemSchema>;

export const deskCardSchema = named(
  'DeskCard',
  z.object({
    name: z.enum(DESK_CARDS),
    /** Whether the items' `at` is by when, or since when. */
    clock: z.enum(['due', 'since']),
    /** How many there are; null above 10,000. */
    count: z.int().nonnegative().nullable(),
    /** The first by their clock: a page shows as many as it has room for. */
    items: z.array(deskItemSchema).max(8),
  }),
);
export type DeskCard = z.infer<typeof deskCardSchema>;

/** What a person must do now: the cards of all their roles, what is overdue or due soonest first, the empty ones last. */
export const deskSchema = named('Desk', z.object({ at: instantSchema, cards: z.array(deskCardSchema) }));
export type DeskView = z.infer<typeof deskSchema>;

/** What a search finds, in the order of the answer. */
export const SEARCH_KINDS = ['task', 'unit', 'plan', 'product', 'planReview'] as const;

export const searchHitSchema = named(
  'SearchHit',
  z.object({
    kind: z.enum(SEARCH_KINDS),
    id: idSchema,
    title: z.string(),
    /** What tells it from others of its name: code and lead units, document number, of a product without a number the key of its period. */
    note: z.string().nullable(),
  }),
);
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchQuerySchema = z.strictObject({
  q: z.string().trim().min(1).max(100).meta({ description: '要找的文字；多个词以空格分开，须都有' }),
});
export const searchAnswerSchema = named(
  'SearchAnswer',
  z.object({ items: z.array(searchHitSchema).max(40) }),
);
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

export const DESK_ROUTES = {
  search: {
    method: 'get',
    path: '/api/v1/search',
    summary: '全局查找：任务、单位、方案、产品',
    tag: 'plan',
    status: 200,
    query: searchQuerySchema,
    answer: searchAnswerSchema,
  },
} as const;
