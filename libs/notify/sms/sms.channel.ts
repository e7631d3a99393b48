import { z } from 'zod';
import { failedForGood, outcomeUnknown, sent, type Attempt, type Channel, type Letter } from '../channel.js';
import { attemptOf } from '../outgoing/attempt-of.js';
import { jsonOf } from '../outgoing/json-of.js';
import { textAt } from '../outgoing/text-at.js';
import { OUTGOING_RULES, post, type OutgoingRules } from '../outgoing/post.js';
import { smsReceiptsSchema } from './sms-receipts.js';

/**
 * Every gateway speaks an HTTP of its own; its request is a template. Placeholders: {{phone}}, {{text}}, {{key}},
 * {{title}}, {{link}}; in the address and in a form they are percent-encoded, in JSON they are written as JSON strings
 * without the quotes.
 */
export const smsGatewaySchema = z
  .object({
    url: z.string().min(1),
    method: z.enum(['POST', 'GET']).default('POST'),
    format: z.enum(['json', 'form']).default('json'),
    headers: z.record(z.string(), z.string()).default({}),
    /** The body, as a template; empty for GET. */
    body: z.string().default(''),
    /** The text of the message; a gateway with registered templates takes {{title}} only. */
    text: z.string().default('【落实】{{title}} {{link}}'),
    /** How success is told from the answer: a field (a.b.c) and the values that mean success. Left out: any 2xx. */
    success: z
      .object({ field: z.string().min(1), values: z.array(z.string()).min(1) })
      .strict()
      .optional(),
    /** Values of the same field that will not change by trying again (a number that does not exist). */
    failedForGood: z.array(z.string()).default([]),
    /** Where the gateway names the message it took over. */
    reference: z.string().optional(),
    /** How its reports of what became of a message are read, where it makes any. */
    receipts: smsReceiptsSchema.optional(),
    sendsPerMinute: z.number().int().min(1).max(6_000).default(60),
  })
  .strict();
export type SmsGateway = z.infer<typeof smsGatewaySchema>;

const PHONE = /^\+?\d{6,15}$/u;

export function smsChannel(gateway: SmsGateway, rules: OutgoingRules = OUTGOING_RULES): Channel {
  return {
    limits: [{ sends: gateway.sendsPerMinute, withinMs: 60_000 }],
    send: async (letter, phone) => {
      if (!PHONE.test(phone)) return failedForGood('AddressRefused', '手机号码格式不对');
      const answer = await post(requestOf(gateway, letter, phone), rules);
      return attemptOf(answer) ?? readAnswer(gateway, answer.came ? answer.text : '');
    },
    close: () => Promise.resolve(),
  };
}

function requestOf(gateway: SmsGateway, letter: Letter, phone: string): Parameters<typeof post>[0] {
  const facts = { phone, key: letter.idempotencyKey, title: letter.title, link: letter.link ?? '' };
  const text = filled(gateway.text, facts, (value) => value).trim();
  const all = { ...facts, text };
  const inBody = gateway.format === 'json' ? insideJson : encodeURIComponent;
  const contentType =
    gateway.format === 'json' ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded';
  return {
    url: filled(gateway.url, all, encodeURIComponent),
    method: gateway.method,
    headers: { ...(gateway.method === 'GET' ? {} : { 'content-type': contentType }), ...gateway.headers },
    body: gateway.method === 'GET' ? '' : filled(gateway.body, all, inBody),
  };
}

const filled = (
  template: string,
  facts: Readonly<Record<string, string>>,
  written: (value: string) => string,
): string =>
  template.replace(/\{\{(\w+)\}\}/gu, (whole, name: string) =>
    Object.hasOwn(facts, name) ? written(facts[name] ?? '') : whole,
  );

const insideJson = (value: string): string => JSON.stringify(value).slice(1, -1);

function readAnswer(gateway: SmsGateway, text: string): Attempt {
  const answer = jsonOf(text);
  const reference = gateway.reference === undefined ? null : textAt(answer, gateway.reference);
  if (gateway.success === undefined) return sent(reference);
  const value = textAt(answer, gateway.success.field);
  if (value === null)
    return outcomeUnknown('AnswerNotUnderstood', `短信网关的应答无法识别：${text.slice(0, 200)}`);
  if (gateway.success.values.includes(value)) return sent(reference);
  if (gateway.failedForGood.includes(value))
    return failedForGood('AddressRefused', `短信网关拒绝了该号码或内容（${value}）`);
  return {
    state: 'failedForNow',
    code: 'PeerInTrouble',
    reason: `短信网关未受理（${value}）`,
    retryAfterMs: null,
  };
}
