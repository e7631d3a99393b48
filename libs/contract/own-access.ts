import { z } from 'zod';
import { idParamsSchema, idSchema, instantSchema, named } from './primitives.js';

/** How one signs in, and from where one has: a person's own, whoever they are. */

const password = z.string().min(1).max(200);
const code = z.string().trim().min(1).max(40);

export const secondFactorSchema = named(
  'SecondFactor',
  z.object({
    on: z.boolean(),
    /** Whether it must be on for who holds roles like this person's. */
    required: z.boolean(),
    recoveryCodesLeft: z.int().min(0),
  }),
);
export type SecondFactor = z.infer<typeof secondFactorSchema>;

/** Shown once: it is kept sealed. */
export const begunSecondFactorSchema = named(
  'BegunSecondFactor',
  z.object({
    /** Base32, for who cannot take the picture. */
    secret: z.string(),
    /** `otpauth://…`, for the picture. */
    address: z.string(),
  }),
);
export type BegunSecondFactor = z.infer<typeof begunSecondFactorSchema>;

/** Shown once: kept as hashes. */
export const recoveryCodesSchema = named('RecoveryCodes', z.object({ codes: z.array(z.string()) }));
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

export const ownSessionSchema = named(
  'OwnSession',
  z.object({
    id: idSchema,
    createdAt: instantSchema,
    lastSeenAt: instantSchema,
    expiresAt: instantSchema,
    /** Where it was begun from, and with what; null: not said. */
    address: z.string().nullable(),
    agent: z.string().nullable(),
    /** The one that asks. */
    current: z.boolean(),
  }),
);
export const ownSessionListSchema = named('OwnSessionList', z.object({ items: z.array(ownSessionSchema) }));
export type OwnSessionList = z.infer<typeof ownSessionListSchema>;

/** read: look; report: sittings and what is owed; act: everything else that changes something. */
export const tokenScopeSchema = z.enum(['read', 'report', 'act']);
export type ApiTokenScope = z.infer<typeof tokenScopeSchema>;

export const apiTokenSchema = named(
  'ApiToken',
  z.object({
    id: idSchema,
    name: z.string(),
    scopes: z.array(tokenScopeSchema),
    createdAt: instantSchema,
    expiresAt: instantSchema,
    lastUsedAt: instantSchema.nullable(),
    lastUsedFrom: z.string().nullable(),
  }),
);
export type ApiToken = z.infer<typeof apiTokenSchema>;
export const apiTokenListSchema = named('ApiTokenList', z.object({ items: z.array(apiTokenSchema) }));
export type ApiTokenList = z.infer<typeof apiTokenListSchema>;

export const makeApiTokenSchema = named(
  'MakeApiToken',
  z.object({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(tokenScopeSchema).min(1).max(3),
    /** Until when it is good. */
    days: z.int().min(1).max(365),
    password,
  }),
);
export type MakeApiToken = z.infer<typeof makeApiTokenSchema>;

/** Shown once: kept as its hash. */
export const madeApiTokenSchema = named(
  'MadeApiToken',
  z.object({ token: z.string(), made: apiTokenSchema }),
);
export type MadeApiToken = z.infer<typeof madeApiTokenSchema>;

const tokens = '/api/v1/api-tokens';
const factor = '/api/v1/session/second-factor';
const sessions = '/api/v1/sessions';

/** None of them keeps its answer: what they show is not for keeping. */
export const OWN_ACCESS_ROUTES = {
  secondFactor: {
    method: 'get',
    path: factor,
    summary: '第二重验证的状态',
    tag: 'session',
    status: 200,
    answer: secondFactorSchema,
  },
  beginSecondFactor: {
    method: 'put',
    path: factor,
    summary: '开始设置第二重验证（须核对密码）',
    tag: 'session',
    status: 200,
    body: named('BeginSecondFactor', z.object({ password })),
    answer: begunSecondFactorSchema,
    personal: 'own',
  },
  confirmSecondFactor: {
    method: 'put',
    path: `${factor}/confirmation`,
    summary: '用第一个动态码启用第二重验证，取得恢复码',
    tag: 'session',
    status: 200,
    body: named('ConfirmSecondFactor', z.object({ code })),
    answer: recoveryCodesSchema,
  },
  renewRecoveryCodes: {
    method: 'put',
    path: `${factor}/recovery-codes`,
    summary: '重新生成恢复码（原恢复码随即失效）',
    tag: 'session',
    status: 200,
    body: named('RenewRecoveryCodes', z.object({ password })),
    answer: recoveryCodesSchema,
  },
  endSecondFactor: {
    method: 'put',
    path: `${factor}/end`,
    summary: '关闭第二重验证（须核对密码和动态码）',
    tag: 'session',
    status: 204,
    body: named('EndSecondFactor', z.object({ password, code })),
  },
  sessions: {
    method: 'get',
    path: sessions,
    summary: '本人的登录',
    tag: 'session',
    status: 200,
    answer: ownSessionListSchema,
    personal: 'own',
  },
  endOtherSessions: {
    method: 'delete',
    path: sessions,
    summary: '退出本人的其他登录',
    tag: 'session',
    status: 204,
  },
  apiTokens: {
    method: 'get',
    path: tokens,
    summary: '本人的接口令牌',
    tag: 'session',
    status: 200,
    answer: apiTokenListSchema,
    personal: 'own',
  },
  makeApiToken: {
    method: 'post',
    path: tokens,
    summary: '生成接口令牌（只显示一次；须核对密码）',
    tag: 'session',
    status: 201,
    body: makeApiTokenSchema,
    answer: madeApiTokenSchema,
    personal: 'own',
    change: true,
    answerShownOnce: true,
  },
  endApiToken: {
    method: 'delete',
    path: `${tokens}/{id}`,
    summary: '停用接口令牌',
    tag: 'session',
    status: 204,
    params: idParamsSchema,
  },
  endSession: {
    method: 'delete',
    path: `${sessions}/{id}`,
    summary: '退出本人的一个登录',
    tag: 'session',
    status: 204,
    params: idParamsSchema,
  },
} as const;
