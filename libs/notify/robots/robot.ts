import { z } from 'zod';
import {
  failedForGood,
  failedForNow,
  outcomeUnknown,
  sent,
  type Attempt,
  type Channel,
  type FailureCode,
  type Letter,
  type RateLimit,
} from '../channel.js';
import { letterText, withinBytes } from '../letter-text.js';
import { attemptOf } from '../outgoing/attempt-of.js';
import { jsonOf } from '../outgoing/json-of.js';
import { OUTGOING_RULES, post, type OutgoingRules } from '../outgoing/post.js';

/** A group's robot: one address for the whole group, in the settings of the channel or as the letter's address. */
export interface RobotKind {
  /** Host of the real service; what is written elsewhere is a relay inside the house and has to be allowed. */
  limits: readonly RateLimit[];
  /** Longest text, bytes of UTF-8. */
  textBytes: number;
  request(text: string, address: string, secret: string | null, now: Date): { url: string; body: unknown };
  /** Reads the code out of an answer; null: it has none. */
  codeOf(answer: Record<string, unknown>): number | null;
  /** What a code other than 0 means; what is not listed is worth another try, since a letter must not be lost. */
  refusals: Readonly<Record<number, Refusal>>;
}

export type Refusal = { forGood: boolean; code: FailureCode; reason: string; retryAfterMs?: number };

export interface RobotSettings {
  /** Signing secret of the robot; null: it does not sign. */
  secret: string | null;
}

const objectSchema = z.record(z.string(), z.unknown());

export function robotChannel(
  kind: RobotKind,
  settings: RobotSettings,
  now: () => Date,
  rules: OutgoingRules = OUTGOING_RULES,
): Channel {
  return {
    limits: kind.limits,
    send: async (letter: Letter, address: string) => {
      const text = withinBytes(letterText(letter), kind.textBytes);
      const { url, body } = kind.request(text, address, settings.secret, now());
      const answer = await post(
        { url, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) },
        rules,
      );
      return attemptOf(answer) ?? readAnswer(kind, answer.came ? answer.text : '');
    },
    close: () => Promise.resolve(),
  };
}

/** These services answer 200 with the outcome in the body. */
function readAnswer(kind: RobotKind, text: string): Attempt {
  const parsed = objectSchema.safeParse(jsonOf(text));
  const code = parsed.success ? kind.codeOf(parsed.data) : null;
  if (!parsed.success || code === null)
    return outcomeUnknown('AnswerNotUnderstood', `对方的应答无法识别：${text.slice(0, 200)}`);
  if (code === 0) return sent();
  const refusal = kind.refusals[code];
  if (refusal?.forGood === true) return failedForGood(refusal.code, `${refusal.reason}（${code}）`);
  if (refusal !== undefined)
    return failedForNow(refusal.code, `${refusal.reason}（${code}）`, refusal.retryAfterMs ?? null);
  const said = parsed.data['errmsg'] ?? parsed.data['msg'];
  return failedForNow(
    'PeerInTrouble',
    `对方未受理（${code}）：${typeof said === 'string' ? said.slice(0, 200) : '未说明原因'}`,
  );
}
