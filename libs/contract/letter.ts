import { z } from 'zod';
import { listQuery } from './lists/declare-list.js';
import { LETTER_LIST } from './lists/of-messages.js';
import { deliverySchema, WAY_STATES } from './delivery.js';
import { idSchema, instantSchema, named } from './primitives.js';

export const LETTER_PURPOSE_LABELS = { messages: '消息', code: '验证码', trial: '试发' } as const;
export const ATTEMPT_OUTCOME_LABELS = {
  sent: '对方已接收',
  failedForNow: '失败，可重试',
  failedForGood: '失败，重试无用',
  unknown: '结果不明，可能已送达',
} as const;

/** A way out of the house. Passwords and the addresses of robots are not among it, nor ever read for it. */
export const channelSchema = named(
  'Channel',
  z.object({
    id: idSchema,
    name: z.string(),
    kind: z.string(),
    kindLabel: z.string(),
    paused: z.boolean(),
    pausedReason: z.string().nullable(),
    pausedAt: instantSchema.nullable(),
    /** Null: nobody; the system paused it. */
    pausedBy: z.string().nullable(),
    /** What may be shown of its settings, as name and value. */
    settings: z.array(z.object({ name: z.string(), value: z.string() })),
    /** What its peer allows, in words. */
    limits: z.array(z.string()),
    /** A group's robot: the channel itself is the address. */
    isGroup: z.boolean(),
    /** Whether an address for receipts can be made, and whether there is one. */
    receipts: z.enum(['none', 'possible', 'made']),
    lastSentAt: instantSchema.nullable(),
    lastFailedAt: instantSchema.nullable(),
    lastFailure: z.string().nullable(),
    addresses: z.int().nonnegative(),
    /** Units whose group it reaches. */
    groups: z.array(z.string()),
    counts: z.array(z.object({ state: z.enum(WAY_STATES), count: z.int() })),
  }),
);
export type ChannelView = z.infer<typeof channelSchema>;
export const channelListSchema = named(
  'ChannelList',
  z.object({
    items: z.array(channelSchema),
    mayChange: z.boolean(),
    /** On a rehearsal's clock nothing is sent. */
    rehearsal: z.boolean(),
    /** Figures are those of so many days. */
    countedDays: z.int(),
  }),
);
export type ChannelList = z.infer<typeof channelListSchema>;

export const letterSchema = named(
  'Letter',
  z.object({
    id: idSchema,
    purpose: z.enum(['messages', 'code', 'trial']),
    purposeLabel: z.string(),
    channel: z.string(),
    /** The person, or the unit whose group it is; null: a trial. */
    owner: z.string().nullable(),
    title: z.string(),
    delivery: deliverySchema,
    createdAt: instantSchema,
    /** When it is tried again. */
    nextAt: instantSchema.nullable(),
    mayRequeue: z.boolean(),
  }),
);
export type LetterView = z.infer<typeof letterSchema>;

export const letterQuerySchema = listQuery(LETTER_LIST);
export const letterPageSchema = named(
  'LetterPage',
  z.object({ items: z.array(letterSchema), nextCursor: z.string().nullable(), mayChange: z.boolean() }),
);
export type LetterPage = z.infer<typeof letterPageSchema>;

export const letterDetailSchema = named(
  'LetterDetail',
  letterSchema.extend({
    attempts: z.array(
      z.object({
        number: z.int(),
        begunAt: instantSchema,
        endedAt: instantSchema.nullable(),
        outcomeLabel: z.string(),
        reason: z.string().nullable(),
      }),
    ),
  }),
);
export type LetterDetail = z.infer<typeof letterDetailSchema>;

export const requeuedSchema = named('Requeued', z.object({ requeued: z.int().nonnegative() }));
export const pauseChannelSchema = named(
  'PauseChannel',
  z.object({ reason: z.string().trim().min(1).max(300) }),
);
export const channelPausedSchema = named('ChannelPaused', z.object({ paused: z.boolean() }));
export const trialLetterSchema = named(
  'TrialLetter',
  z.object({ address: z.string().trim().max(300).default('') }),
);
export const trialSentSchema = named('TrialSent', z.object({ letterId: idSchema }));
export const receiptAddressSchema = named('ReceiptAddress', z.object({ url: z.url() }));
