import { createHmac } from 'node:crypto';
import type { RobotKind } from './robot.js';

/**
 * Custom robot of 飞书 (Feishu): at most 100 messages a minute and 5 a second, a request of at most 20 kB. Signed in
 * the body by the seconds of now: the text that is signed is empty, the key is "timestamp\nsecret".
 * Source: 自定义机器人使用指南.
 */
export const FEISHU: RobotKind = {
  limits: [
    { sends: 100, withinMs: 60_000 },
    { sends: 5, withinMs: 1_000 },
  ],
  // Quotes and line ends take two bytes each as JSON: the request stays under 20 kB all the same.
  textBytes: 9_500,
  request: (text, address, secret, now) => ({
    url: address,
    body: { ...(secret === null ? {} : signature(secret, now)), msg_type: 'text', content: { text } },
  }),
  // Older robots answer with StatusCode instead of code.
  codeOf: ({ code, StatusCode }) =>
    typeof code === 'number' ? code : typeof StatusCode === 'number' ? StatusCode : null,
  refusals: {
    11232: { forGood: false, code: 'TooManyRequests', reason: '飞书限制发送频率', retryAfterMs: 60_000 },
    9499: { forGood: true, code: 'ContentRefused', reason: '消息内容不合规定' },
    19001: { forGood: true, code: 'AddressRefused', reason: '机器人地址无效' },
    19021: { forGood: true, code: 'CredentialsRefused', reason: '签名不符，或本机时间相差一小时以上' },
    19022: { forGood: true, code: 'CredentialsRefused', reason: '来源地址不在机器人的名单内' },
    19024: { forGood: true, code: 'ContentRefused', reason: '消息中没有机器人要求的关键词' },
  },
};

function signature(secret: string, now: Date): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}
