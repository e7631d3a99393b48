import { failedForGood, failedForNow, outcomeUnknown, type Attempt } from '../channel.js';
import type { Answer } from './post.js';

type Came = Extract<Answer, { came: true }>;

/**
 * What an answer means before its body is read. Null: it came with a status of success, and the body decides.
 * Statuses of RFC 9110: what a repeat can change is failed for now, everything else for good.
 */
export function attemptOf(answer: Answer): Attempt | null {
  if (!answer.came) {
    switch (answer.why) {
      case 'refusedHere':
        return failedForGood('AddressNotAllowed', answer.detail);
      case 'unreachable':
        return failedForNow('Unreachable', `连接不上：${answer.detail}`);
      case 'timeout':
      case 'broken':
        return answer.handedOut
          ? outcomeUnknown('NotAnswered', `已发出，未收到应答：${answer.detail}`)
          : failedForNow('Unreachable', `连接不上：${answer.detail}`);
    }
  }
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  if (status === 429) return failedForNow('TooManyRequests', '对方限制发送频率（429）', retryAfterOf(answer));
  if (status === 408 || status === 425 || status >= 500)
    return failedForNow('PeerInTrouble', `对方暂时不能受理（${status}）`, retryAfterOf(answer));
  if (status === 401 || status === 403)
    return failedForGood('CredentialsRefused', `对方拒绝了本系统的凭据（${status}）`);
  if (status === 404 || status === 410)
    return failedForGood('AddressRefused', `接收地址已不存在（${status}）`);
  if (status >= 300 && status < 400)
    return failedForGood('AddressRefused', `对方要求转到别的地址（${status}）；请填写最终地址`);
  return failedForGood('ContentRefused', `对方不接受该请求（${status}）`);
}

/** `Retry-After` in milliseconds: seconds, or a date against the peer's own `Date`. */
function retryAfterOf({ headers }: Came): number | null {
  const value = headers['retry-after'];
  if (value === undefined) return null;
  if (/^\d{1,6}$/u.test(value)) return Number(value) * 1000;
  const [until, now] = [Date.parse(value), Date.parse(headers.date ?? '')];
  return Number.isNaN(until - now) ? null : Math.max(0, until - now);
}
