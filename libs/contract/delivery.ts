import { z } from 'zod';
import { personalField } from './personal.js';
import { idSchema, instantSchema, labelledSchema, named } from './primitives.js';

/** Where a message or a letter stands. Only what is known: a way that reports nothing stays `sent`. */
export const WAY_STATE_LABELS = {
  pending: '待发',
  held: '暂存',
  sending: '发送中',
  sent: '已发出',
  delivered: '已送达',
  read: '已读',
  failedForNow: '失败，将重试',
  failedForGood: '失败，已停止',
} as const;
export type WayStateName = keyof typeof WAY_STATE_LABELS;
export const WAY_STATES = Object.keys(WAY_STATE_LABELS) as [WayStateName, ...WayStateName[]];

export const HELD_BECAUSE_LABELS = {
  quietHours: '未到接收时段',
  order: '等前一渠道',
  throttle: '发送过密，合并到下一封',
  paused: '渠道已暂停',
} as const;

export const CHANNEL_KIND_LABELS = {
  inbox: '收件箱',
  mail: '电子邮件',
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  feishu: '飞书群机器人',
  webhook: '签名回调',
  sms: '短信',
  call: '电话通知',
} as const;

/** One way of a message to its addressee: the inbox, or a channel. */
export const deliverySchema = named(
  'Delivery',
  z.object({
    kind: z.string(),
    /** The channel's name, or that of the inbox. */
    label: z.string(),
    state: z.enum(WAY_STATES),
    stateLabel: z.string(),
    /** Why it is held, and until when, where that is known. */
    heldBecause: z.string().nullable(),
    until: instantSchema.nullable(),
    at: instantSchema.nullable(),
    /** What the peer said where it failed. */
    failure: z.string().nullable(),
    attempts: z.int().nonnegative(),
    /** It may have arrived more than once. */
    again: z.boolean(),
  }),
);
export type DeliveryView = z.infer<typeof deliverySchema>;

export const messageDeliverySchema = named('MessageDelivery', z.object({ ways: z.array(deliverySchema) }));
export type MessageDelivery = z.infer<typeof messageDeliverySchema>;

export const CALL_OUTCOME_LABELS = {
  reached: '已告知本人',
  leftWord: '已请他人转告',
  noAnswer: '无人接听',
  wrongNumber: '号码不对',
} as const;
export type CallOutcomeName = keyof typeof CALL_OUTCOME_LABELS;
export const CALL_OUTCOMES = Object.keys(CALL_OUTCOME_LABELS) as [CallOutcomeName, ...CallOutcomeName[]];

const madeCallSchema = z.object({
  calledAt: instantSchema,
  officer: z.string(),
  outcome: z.enum(CALL_OUTCOMES),
  outcomeLabel: z.string(),
  reached: z.string(),
  words: z.string(),
});

/** Somebody whom no way has reached, and about what. */
export const toCallSchema = named(
  'ToCall',
  z.object({
    person: z.object({ id: idSchema, name: z.string(), unit: z.string(), posts: z.array(z.string()) }),
    /** Telephone numbers that are known: those of text messages. */
    numbers: personalField(z.array(z.string())),
    openedAt: instantSchema,
    callsInVain: z.int().nonnegative(),
    /** When it went up, after too many calls in vain. */
    raisedAt: instantSchema.nullable(),
    messages: z.array(
      z.object({
        id: idSchema,
        title: z.string(),
        at: instantSchema,
        reason: z.string(),
        ways: z.array(deliverySchema),
      }),
    ),
    calls: z.array(madeCallSchema),
  }),
);
export type ToCallView = z.infer<typeof toCallSchema>;

export const toCallListSchema = named(
  'ToCallList',
  z.object({
    items: z.array(toCallSchema),
    /** Whether the reader is one of those who call. */
    mayCall: z.boolean(),
    /** Who calls, and after how many calls in vain it goes up. */
    by: z.array(labelledSchema),
    inVainAtMost: z.int().positive(),
  }),
);
export type ToCallList = z.infer<typeof toCallListSchema>;

export const recordCallSchema = named(
  'RecordCall',
  z.object({
    personId: idSchema,
    messageIds: z.array(idSchema).min(1).max(200),
    outcome: z.enum(CALL_OUTCOMES),
    calledAt: instantSchema.optional(),
    reached: z.string().trim().max(100).default(''),
    words: z.string().trim().min(1).max(2000),
  }),
);
export const recordedCallSchema = named(
  'RecordedCall',
  z.object({ calledAt: instantSchema, delivered: z.boolean(), raised: z.boolean() }),
);
