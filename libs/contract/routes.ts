import type { z } from 'zod';
import { ACCOUNT_ROUTES } from './account.js';
import { alertPageSchema, alertQuerySchema } from './alert.js';
import { DUTY_ROUTES } from './duty-routes.js';
import { BATCH_ROUTES } from './batch.js';
import { CASCADE_ROUTES } from './cascade.js';
import { EVENT_STREAM_ROUTES } from './event-stream.js';
import { EVIDENCE_ROUTES } from './evidence.js';
import { LEDGER_ROUTES } from './ledger.js';
import { FIRST_ROUTES } from './first-routes.js';
import { FEED_ROUTES } from './feed.js';
import { HEALTH_ROUTES } from './health.js';
import { inboxPageSchema, inboxQuerySchema, markReadSchema, markedReadSchema } from './inbox.js';
import {
  acknowledgedNoticeSchema,
  agreedNoticeSchema,
  agreeToNoticeSchema,
  acknowledgeNoticeSchema,
  issuedNoticeSchema,
  issueNoticeSchema,
  noticeActedSchema,
  noticeActionInputSchema,
  noticeActionParamsSchema,
  noticePageSchema,
  noticeQuerySchema,
  noticeSchema,
} from './notice.js';
import type { ProblemCode } from './problems/index.js';
import { PLAN_REVIEW_ROUTES } from './plan-review/routes.js';
import { PLAN_ROUTES } from './plan-routes.js';
import { MESSAGE_ROUTES } from './message-routes.js';
import { PAGE_READ_ROUTES } from './page-reads.js';
import type { PersonalAnswer } from './personal.js';
import { idParamsSchema } from './primitives.js';
import {
  acceptReportSchema,
  changedSchema,
  returnReportSchema,
  reviewListSchema,
  reviewQuerySchema,
} from './report.js';
import {
  changePasswordSchema,
  sessionSchema,
  signInSchema,
  signInWaysSchema,
  signOutElsewhereSchema,
} from './session.js';
import { filedSchema, filingSchema, sittingSchema } from './sitting.js';
import { PRODUCT_BEHIND_ROUTES } from './product-behind.js';
import { NOTICE_FILE_ROUTES } from './notice-files.js';
import { PRODUCT_ROUTES } from './product.js';
import { PRODUCT_RELEASE_ROUTES } from './product-release.js';
import { DELEGATION_ROUTES } from './delegation.js';
import { OWN_ACCESS_ROUTES } from './own-access.js';
import { QUEUE_ROUTES } from './queue.js';
import { reportingLineListSchema, reportingLineQuerySchema } from './standing.js';
import { ASSESSMENT_ROUTES } from './assessment.js';
import { SIGN_OFF_ROUTES } from './sign-off.js';
import { STANDING_ROUTES } from './standing-of-units.js';
import { TASK_ROUTES } from './task-routes.js';
import { DESK_ROUTES } from './desk.js';
import { TRAIL_ROUTES } from './trail.js';
import { WALL_ROUTES } from './wall.js';
import { VERIFICATION_ROUTES } from './verification-routes.js';
import { WEBHOOK_ROUTES } from './webhook.js';
import { explanationSchema } from './why.js';

export interface Route {
  method: 'get' | 'post' | 'put' | 'delete';
  /** With `{name}` for parameters. */
  path: string;
  summary: string;
  tag: string;
  /** The status of the good answer. */
  status: 200 | 201 | 204;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The body is bytes of this media type, not JSON. */
  bodyMediaType?: string;
  /** Absent: no content, or another media type. */
  answer?: z.ZodType;
  mediaType?: string;
  /** Answers without a session. */
  open?: true;
  /** Answers to the key of a subscription, `Authorization: Bearer …`, and to no session. */
  byKey?: true;
  /** Needs the CSRF header and an Idempotency-Key. */
  change?: true;
  /** Needs If-Match with the ETag of what is changed. */
  conditional?: true;
  /** That ETag is no version number, but a mark of the content. Goes with `conditional`. */
  taggedByContent?: true;
  /** The answer carries the ETag to be sent back as If-Match. */
  etag?: true;
  /** The answer holds personal data: who looks at them is on the trail. */
  personal?: PersonalAnswer;
  /** The answer to a change holds a secret: it is not kept under its key, and a repeat is refused. Goes with `change`. */
  answerShownOnce?: true;
  /** Codes that it refuses with beside those that `openapi/problems-of.ts` has. */
  problems?: readonly ProblemCode[];
  /** More than the summary says, for the description of the API. */
  about?: string;
}

const API = '/api/v1';

/** Every route of the API. Controllers, the API description and the browser's client all start from this table. */
export const ROUTES = {
  signIn: {
    method: 'post',
    path: `${API}/session`,
    summary: '登录',
    tag: 'session',
    status: 201,
    body: signInSchema,
    answer: sessionSchema,
    personal: 'own',
    open: true,
  },
  signInWays: {
    method: 'get',
    path: `${API}/sign-in-ways`,
    summary: '登录方式',
    tag: 'session',
    status: 200,
    answer: signInWaysSchema,
    open: true,
  },
  signOutElsewhere: {
    method: 'get',
    path: `${API}/session/elsewhere`,
    summary: '同时退出统一身份认证的地址（须在退出前读取）',
    tag: 'session',
    status: 200,
    answer: signOutElsewhereSchema,
  },
  signOut: { method: 'delete', path: `${API}/session`, summary: '退出登录', tag: 'session', status: 204 },
  changePassword: {
    method: 'put',
    path: `${API}/session/password`,
    summary: '修改密码',
    tag: 'session',
    status: 200,
    body: changePasswordSchema,
    answer: sessionSchema,
    personal: 'own',
  },
  ...FIRST_ROUTES,
  ...OWN_ACCESS_ROUTES,
  ...DELEGATION_ROUTES,
  ...ACCOUNT_ROUTES,
  ...TRAIL_ROUTES,
  ...PAGE_READ_ROUTES,
  ...DESK_ROUTES,
  ...WALL_ROUTES,
  ...PLAN_ROUTES,
  ...EVIDENCE_ROUTES,
  ...LEDGER_ROUTES,
  ...PRODUCT_ROUTES,
  ...NOTICE_FILE_ROUTES,
  ...PRODUCT_BEHIND_ROUTES,
  ...PRODUCT_RELEASE_ROUTES,
  ...FEED_ROUTES,
  ...WEBHOOK_ROUTES,
  ...CASCADE_ROUTES,
  ...BATCH_ROUTES,
  ...EVENT_STREAM_ROUTES,
  ...MESSAGE_ROUTES,

  ...PLAN_REVIEW_ROUTES,

  ...TASK_ROUTES,
  ...DUTY_ROUTES,
  ...STANDING_ROUTES,
  ...ASSESSMENT_ROUTES,

  ...QUEUE_ROUTES,
  ...VERIFICATION_ROUTES,
  ...SIGN_OFF_ROUTES,
  sitting: {
    method: 'get',
    path: `${API}/sittings/{id}`,
    summary: '填报批次及其应报事项',
    tag: 'sitting',
    status: 200,
    params: idParamsSchema,
    answer: sittingSchema,
    etag: true,
  },
  fileSitting: {
    method: 'post',
    path: `${API}/sittings/{id}/filing`,
    summary: '提交填报',
    tag: 'sitting',
    status: 200,
    params: idParamsSchema,
    body: filingSchema,
    answer: filedSchema,
    change: true,
    conditional: true,
  },

  reviews: {
    method: 'get',
    path: `${API}/obligations/to-review`,
    summary: '待审核的填报',
    tag: 'review',
    status: 200,
    query: reviewQuerySchema,
    answer: reviewListSchema,
  },
  acceptReport: {
    method: 'post',
    path: `${API}/obligations/{id}/acceptance`,
    summary: '审核通过',
    tag: 'review',
    status: 200,
    params: idParamsSchema,
    body: acceptReportSchema,
    answer: changedSchema,
    change: true,
    conditional: true,
    etag: true,
  },
  returnReport: {
    method: 'post',
    path: `${API}/obligations/{id}/return`,
    summary: '退回重报',
    tag: 'review',
    status: 200,
    params: idParamsSchema,
    body: returnReportSchema,
    answer: changedSchema,
    change: true,
    conditional: true,
    etag: true,
  },

  whyObligation: {
    method: 'get',
    path: `${API}/obligations/{id}/why`,
    summary: '这一项填报为什么是这个状态',
    tag: 'review',
    status: 200,
    params: idParamsSchema,
    answer: explanationSchema,
  },

  reportingLines: {
    method: 'get',
    path: `${API}/reporting-lines`,
    summary: '各单位填报情况',
    tag: 'reportingLine',
    status: 200,
    query: reportingLineQuerySchema,
    answer: reportingLineListSchema,
  },

  alerts: {
    method: 'get',
    path: `${API}/alerts`,
    summary: '督查提示',
    tag: 'alert',
    status: 200,
    query: alertQuerySchema,
    answer: alertPageSchema,
  },
  alertStream: {
    method: 'get',
    path: `${API}/alerts/stream`,
    summary: '督查提示（实时）',
    tag: 'alert',
    status: 200,
    mediaType: 'text/event-stream',
  },

  notices: {
    method: 'get',
    path: `${API}/notices`,
    summary: '督办文书',
    tag: 'notice',
    status: 200,
    query: noticeQuerySchema,
    answer: noticePageSchema,
  },
  notice: {
    method: 'get',
    path: `${API}/notices/{id}`,
    summary: '督办文书详情',
    tag: 'notice',
    status: 200,
    params: idParamsSchema,
    answer: noticeSchema,
    etag: true,
  },
  whyNotice: {
    method: 'get',
    path: `${API}/notices/{id}/why`,
    summary: '为什么发这份文书',
    tag: 'notice',
    status: 200,
    params: idParamsSchema,
    answer: explanationSchema,
  },
  agreeToNotice: {
    method: 'post',
    path: `${API}/notices/{id}/agreement`,
    summary: '同意签发',
    tag: 'notice',
    status: 200,
    params: idParamsSchema,
    body: agreeToNoticeSchema,
    answer: agreedNoticeSchema,
    change: true,
    conditional: true,
  },
  issueNotice: {
    method: 'post',
    path: `${API}/notices/{id}/issue`,
    summary: '签发文书',
    tag: 'notice',
    status: 200,
    params: idParamsSchema,
    body: issueNoticeSchema,
    answer: issuedNoticeSchema,
    change: true,
    conditional: true,
  },
  acknowledgeNotice: {
    method: 'post',
    path: `${API}/notices/{id}/acknowledgement`,
    summary: '签收文书',
    tag: 'notice',
    status: 200,
    params: idParamsSchema,
    body: acknowledgeNoticeSchema,
    answer: acknowledgedNoticeSchema,
    change: true,
    conditional: true,
  },

  actOnNotice: {
    method: 'post',
    path: `${API}/notices/{id}/actions/{action}`,
    summary: '就文书办理：书面回复、申诉及其处理，暂停、解除、跳过督办',
    tag: 'notice',
    status: 200,
    params: noticeActionParamsSchema,
    body: noticeActionInputSchema,
    answer: noticeActedSchema,
    change: true,
    conditional: true,
  },

  inbox: {
    method: 'get',
    path: `${API}/inbox`,
    summary: '收件箱',
    tag: 'inbox',
    status: 200,
    query: inboxQuerySchema,
    answer: inboxPageSchema,
  },
  markRead: {
    method: 'post',
    path: `${API}/inbox/read`,
    summary: '标为已读',
    tag: 'inbox',
    status: 200,
    body: markReadSchema,
    answer: markedReadSchema,
    change: true,
  },

  ...HEALTH_ROUTES,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
