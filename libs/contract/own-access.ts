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

const factor = '/api/v1/session/second-factor';
const sessions = '/api/v1/sessions';

/** None of them keeps its answer under a key: what they show is not for keeping. */
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
  },
  endOtherSessions: {
    method: 'delete',
    path: sessions,
    summary: '退出本人的其他登录',
    tag: 'session',
    status: 204,
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
