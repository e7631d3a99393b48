import { sent, type Attempt, type Channel } from '../channel.js';
import { attemptOf } from '../outgoing/attempt-of.js';
import { jsonOf } from '../outgoing/json-of.js';
import { OUTGOING_RULES, post, type Answer, type OutgoingRules } from '../outgoing/post.js';
import { textAt } from '../outgoing/text-at.js';
import { signatureOf } from './signature.js';

export interface WebhookSettings {
  /** Shared with the receiver; at least 16 characters. */
  secret: string;
}

/**
 * A message as signed JSON to an address of the unit's own. Any 2xx answer means that it was taken over; one that says
 * `{"receipt": "<id of the message>"}` that its addressee has it. The key
 * stays the same at every attempt, so that the receiver can drop what it has had.
 */
export function webhookChannel(
  { secret }: WebhookSettings,
  now: () => Date,
  rules: OutgoingRules = OUTGOING_RULES,
): Channel {
  return {
    limits: [],
    send: async ({ idempotencyKey, title, body: text, link, again }, address) => {
      const body = JSON.stringify({ id: idempotencyKey, title, body: text, link, again });
      const answer = await postSigned(address, body, idempotencyKey, secret, now(), rules);
      return attemptOf(answer) ?? taken(answer, idempotencyKey);
    },
    close: () => Promise.resolve(),
  };
}

function taken(answer: Answer, id: string): Attempt {
  const receipt = answer.came ? textAt(jsonOf(answer.text), 'receipt') : null;
  return receipt === id ? { state: 'sent', reference: null, delivered: true } : sent();
}

/** Posts JSON with the headers that a receiver verifies. */
export function postSigned(
  url: string,
  body: string,
  idempotencyKey: string,
  secret: string,
  now: Date,
  rules: OutgoingRules,
): ReturnType<typeof post> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'idempotency-key': idempotencyKey,
    'luoshi-timestamp': timestamp,
    'luoshi-signature': signatureOf(secret, timestamp, body),
  };
  return post({ url, headers, body }, rules);
}
