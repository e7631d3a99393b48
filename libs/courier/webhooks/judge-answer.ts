import { attemptOf, type Answer } from '#notify';

/** What an answer of another system means for the delivery, and for its subscription. */
export type Verdict =
  | { means: 'delivered'; status: number }
  /** Nothing can be delivered any more until a person has looked. */
  | { means: 'pause'; status: number | null; code: 'gone' | 'addressNotAllowed'; reason: string }
  | {
      means: 'later';
      status: number | null;
      code: string;
      reason: string;
      /** How long the receiver asked to be left in peace, ms. */
      restMs: number;
      /** It was handed out whole, and no answer came: it may have arrived. */
      unknown: boolean;
    };

/** Nobody is left in peace for longer, whatever they ask, ms. */
const LONGEST_REST = 24 * 3_600_000;

/**
 * As Standard Webhooks has it: any 2xx is taken over; 410 says that nobody is there any more; everything else, also a
 * refusal or a redirection, may be a mistake of the day and is tried again.
 */
export function judgeAnswer(answer: Answer): Verdict {
  const status = answer.came ? answer.status : null;
  if (status === 410) return { means: 'pause', status, code: 'gone', reason: '对方表示不再接收（410）' };
  const attempt = attemptOf(answer);
  if (attempt === null || attempt.state === 'sent') return { means: 'delivered', status: status ?? 0 };
  const { code, reason } = attempt;
  if (code === 'AddressNotAllowed') return { means: 'pause', status, code: 'addressNotAllowed', reason };
  const asked = attempt.state === 'failedForNow' ? (attempt.retryAfterMs ?? 0) : 0;
  return {
    means: 'later',
    status,
    code,
    reason,
    restMs: Math.min(asked, LONGEST_REST),
    unknown: attempt.state === 'unknown',
  };
}
