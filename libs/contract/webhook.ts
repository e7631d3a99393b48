import { z } from 'zod';
import { listShape, strictly } from './lists/declare-list.js';
import { EVENT_LABELS } from './event-labels.js';
import { idParamsSchema, idSchema, instantSchema, named, unitRefSchema } from './primitives.js';

/** What became of a notice, as other systems are told of it. */
const NOTICE_EVENTS = { ISSUED: '文书签发', ACKNOWLEDGED: '文书签收', RESCINDED: '文书撤销' } as const;
export const WEBHOOK_KINDS = { task: '任务', obligation: '应报事项', notice: '督办文书' } as const;
type WebhookKind = keyof typeof WEBHOOK_KINDS;

/** `leadChanged` of LEAD_CHANGED. */
const nameOf = (type: string): string =>
  type.toLowerCase().replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());
const LABELS = new Map<string, string>([
  ...Object.entries(EVENT_LABELS).map(([type, label]) => [nameOf(type), label] as const),
]);
const NOTICE_LABELS = new Map(
  Object.entries(NOTICE_EVENTS).map(([type, label]) => [nameOf(type), label] as const),
);

/** What a type is called on the screen; of one that nobody knows, itself. */
export function webhookTypeLabel(type: string): string {
  if (type === '*') return '全部事件';
  if (type === 'webhook.ping') return '测试事件';
  const [kind = '', name = ''] = type.split('.');
  if (!Object.hasOwn(WEBHOOK_KINDS, kind)) return type;
  if (name === '*') return `${WEBHOOK_KINDS[kind as WebhookKind]}：全部`;
  return (kind === 'notice' ? NOTICE_LABELS : LABELS).get(name) ?? type;
}

/** `*`, `task.*`, `notice.issued`: kinds and names that there are. */
const isWebhookType = (type: string): boolean => {
  const [kind = '', name = '', ...rest] = type.split('.');
  if (type === '*') return true;
  if (rest.length > 0 || !Object.hasOwn(WEBHOOK_KINDS, kind)) return false;
  return name === '*' || (kind === 'notice' ? NOTICE_LABELS : LABELS).has(name);
};
export const webhookTypeSchema = z
  .string()
  .refine(isWebhookType, '没有这种事件；可用 *、task.*、obligation.*、notice.*，或 task.signed 这样的名称');

const wantedShape = {
  name: z.string().trim().min(1, '请填写名称').max(60),
  url: z
    .url({ protocol: /^https?$/u, message: '接收地址应为完整的网址' })
    .max(1000)
    .refine((url) => {
      // What is no address is refused as such.
      const { username, password } = URL.canParse(url) ? new URL(url) : { username: '', password: '' };
      return username === '' && password === '';
    }, '地址中不得带有用户名或口令'),
  eventTypes: z.array(webhookTypeSchema).min(1, '请至少选择一类事件').max(50),
};
export const webhookWantedSchema = named('WebhookWanted', z.object(wantedShape));
export type WebhookWanted = z.infer<typeof webhookWantedSchema>;
/** `unitId` null: everything of the jurisdiction; administrators only. */
export const newWebhookSchema = named(
  'NewWebhook',
  z.object({ ...wantedShape, unitId: idSchema.nullable() }),
);
export type NewWebhook = z.infer<typeof newWebhookSchema>;

export const webhookSchema = named(
  'Webhook',
  z.object({
    id: idSchema,
    name: z.string(),
    url: z.string(),
    eventTypes: z.array(z.string()),
    /** Null: of the whole jurisdiction. */
    unit: unitRefSchema.nullable(),
    state: z.enum(['on', 'paused']),
    pausedReason: z.string().nullable(),
    pausedAt: instantSchema.nullable(),
    /** Up to here deliveries have been made out; null: the past is still being given positions. */
    cursor: z.string().nullable(),
    waiting: z.int(),
    failing: z.int(),
    dead: z.int(),
    lastDeliveredAt: instantSchema.nullable(),
    failingSince: instantSchema.nullable(),
    /** Until then the former secret and key hold too; null: there are none. */
    formerUntil: instantSchema.nullable(),
    createdAt: instantSchema,
    mayManage: z.boolean(),
    /** Of name, address and events: to be sent back as If-Match when they are changed. */
    etag: z.string(),
  }),
);
export type WebhookView = z.infer<typeof webhookSchema>;

export const webhookListSchema = named(
  'WebhookList',
  z.object({
    items: z.array(webhookSchema),
    /** Whose systems this person may register: `jurisdiction` of everything, the units of one each. */
    mayAdd: z.object({ jurisdiction: z.boolean(), units: z.array(unitRefSchema) }),
    /** The last position of the stream; null: nobody has followed it yet. */
    lastCursor: z.string().nullable(),
  }),
);
export type WebhookList = z.infer<typeof webhookListSchema>;

/** Shown once: the secret is kept sealed, the key as a hash. */
export const webhookSecretsSchema = named(
  'WebhookSecrets',
  z.object({
    id: idSchema,
    /** `whsec_…`: verifies what is pushed. */
    secret: z.string(),
    /** `luoshi_…`: fetches from /api/v1/events. */
    key: z.string(),
    /** Until then the former ones hold too; null: there were none. */
    formerUntil: instantSchema.nullable(),
  }),
);
export type WebhookSecrets = z.infer<typeof webhookSecretsSchema>;

export const WEBHOOK_DELIVERY_STATES = {
  pending: '待发',
  sending: '发送中',
  delivered: '已送达',
  failedForNow: '待重试',
  dead: '已停止重试',
  leftOut: '已跳过',
} as const;
const deliveryStateSchema = z.enum(
  Object.keys(WEBHOOK_DELIVERY_STATES) as [
    keyof typeof WEBHOOK_DELIVERY_STATES,
    ...(keyof typeof WEBHOOK_DELIVERY_STATES)[],
  ],
);

export const webhookDeliverySchema = named(
  'WebhookDelivery',
  z.object({
    id: idSchema,
    /** Of its event: the same however often it is sent. */
    eventId: z.string(),
    /** Null: a test. */
    cursor: z.string().nullable(),
    type: z.string(),
    typeLabel: z.string(),
    state: deliveryStateSchema,
    attempts: z.int(),
    /** HTTP status of the last answer; null: none came. */
    status: z.int().nullable(),
    failure: z.string().nullable(),
    again: z.boolean(),
    /** Of the next attempt; null: there is none. */
    nextAttemptAt: instantSchema.nullable(),
    occurredAt: instantSchema.nullable(),
    createdAt: instantSchema,
    lastAttemptAt: instantSchema.nullable(),
    deliveredAt: instantSchema.nullable(),
  }),
);
export type WebhookDeliveryView = z.infer<typeof webhookDeliverySchema>;
export const webhookDeliveryListSchema = named(
  'WebhookDeliveryList',
  z.object({ items: z.array(webhookDeliverySchema), nextCursor: z.string().nullable() }),
);
export const deliveryQuerySchema = strictly({ ...listShape(50), state: deliveryStateSchema.optional() });
export const deliveryParamsSchema = idParamsSchema.extend({ deliveryId: idSchema });

export const pauseWebhookSchema = named(
  'PauseWebhook',
  z.object({ reason: z.string().trim().min(1, '请写明理由').max(300) }),
);
/** What was given up is sent again, or left out for good. */
export const resumeWebhookSchema = named(
  'ResumeWebhook',
  z.object({ givenUp: z.enum(['sendAgain', 'leaveOut']).default('sendAgain') }),
);
/** At once: the former secret got about and must hold no longer. */
export const renewWebhookSchema = named('RenewWebhook', z.object({ atOnce: z.boolean().default(false) }));
const cursorNumber = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const replayWebhookSchema = named(
  'ReplayWebhook',
  z
    .object({ after: cursorNumber.optional(), since: instantSchema.optional() })
    .refine(
      ({ after, since }) => (after === undefined) !== (since === undefined),
      '请给出游标或时间，二者之一',
    ),
);
export const replayedWebhookSchema = named('ReplayedWebhook', z.object({ id: idSchema, after: z.string() }));
export const webhookDoneSchema = named('WebhookDone', z.object({ id: idSchema }));

/** An event as other systems get it, pushed or fetched. */
export const outgoingEventSchema = named(
  'OutgoingEvent',
  z.object({
    /** The same at every attempt and every replay; header `webhook-id`. */
    id: z.string(),
    type: z.string(),
    version: z.literal(1),
    /** When it happened. */
    timestamp: instantSchema,
    jurisdiction: z.string(),
    /** `seq` counts the events of this subject; null: a test. */
    subject: z
      .object({ kind: z.enum(['task', 'obligation', 'notice']), id: idSchema, seq: z.int() })
      .nullable(),
    /** Its position in the stream. */
    cursor: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    link: z.string().nullable(),
  }),
);
export type OutgoingEvent = z.infer<typeof outgoingEventSchema>;
export const eventsQuerySchema = z.object({
  after: cursorNumber.default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
/** `next` is where to go on, also where `events` is empty. */
export const eventsSchema = named(
  'OutgoingEvents',
  z.object({ events: z.array(outgoingEventSchema), next: z.string(), more: z.boolean() }),
);

const webhooks = '/api/v1/webhooks';
const one = `${webhooks}/{id}`;
const of = { tag: 'webhook', status: 200, params: idParamsSchema } as const;

export const WEBHOOK_ROUTES = {
  webhooks: {
    method: 'get',
    path: webhooks,
    summary: '事件订阅',
    tag: 'webhook',
    status: 200,
    answer: webhookListSchema,
  },
  addWebhook: {
    method: 'post',
    path: webhooks,
    summary: '登记事件订阅（密钥只显示这一次）',
    tag: 'webhook',
    status: 201,
    body: newWebhookSchema,
    answer: webhookSecretsSchema,
    change: true,
    answerShownOnce: true,
  },
  updateWebhook: {
    ...of,
    method: 'put',
    path: one,
    summary: '修改事件订阅',
    body: webhookWantedSchema,
    answer: webhookDoneSchema,
    change: true,
    conditional: true,
    taggedByContent: true,
  },
  removeWebhook: { ...of, method: 'delete', path: one, summary: '删除事件订阅', status: 204 },
  renewWebhook: {
    ...of,
    method: 'post',
    path: `${one}/secret`,
    summary: '更换密钥（新旧并用一段时间）',
    body: renewWebhookSchema,
    answer: webhookSecretsSchema,
    change: true,
    answerShownOnce: true,
  },
  pauseWebhook: {
    ...of,
    method: 'post',
    path: `${one}/pause`,
    summary: '暂停推送',
    body: pauseWebhookSchema,
    answer: webhookDoneSchema,
    change: true,
  },
  resumeWebhook: {
    ...of,
    method: 'post',
    path: `${one}/resume`,
    summary: '恢复推送',
    body: resumeWebhookSchema,
    answer: webhookDoneSchema,
    change: true,
  },
  pingWebhook: {
    ...of,
    method: 'post',
    path: `${one}/ping`,
    summary: '发送测试事件',
    answer: webhookDoneSchema,
    change: true,
  },
  replayWebhook: {
    ...of,
    method: 'post',
    path: `${one}/replay`,
    summary: '从游标或时间起重新推送',
    body: replayWebhookSchema,
    answer: replayedWebhookSchema,
    change: true,
  },
  webhookDeliveries: {
    ...of,
    method: 'get',
    path: `${one}/deliveries`,
    summary: '推送记录',
    query: deliveryQuerySchema,
    answer: webhookDeliveryListSchema,
  },
  sendDeliveryAgain: {
    ...of,
    method: 'post',
    path: `${one}/deliveries/{deliveryId}/sending`,
    summary: '重新发送一次',
    params: deliveryParamsSchema,
    answer: webhookDoneSchema,
    change: true,
  },
  events: {
    method: 'get',
    path: '/api/v1/events',
    summary: '其他系统拉取事件（凭订阅的拉取密钥）',
    tag: 'webhook',
    status: 200,
    query: eventsQuerySchema,
    answer: eventsSchema,
    byKey: true,
  },
} as const;

/** What systems most often ask for, as a page offers it; any other name can be typed. */
export const COMMON_WEBHOOK_TYPES = [
  '*',
  'task.*',
  'obligation.*',
  'notice.*',
  'task.dispatched',
  'task.signed',
  'task.progressReported',
  'task.deadlinePassed',
  'task.extended',
  'task.closureRequested',
  'task.leadChanged',
  'obligation.windowOpened',
  'obligation.reportFiled',
  'obligation.reportAccepted',
  'obligation.reportReturned',
  'obligation.nextPeriodDue',
  'notice.issued',
  'notice.acknowledged',
  'notice.rescinded',
] as const;
