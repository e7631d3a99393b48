import { createHmac } from 'node:crypto';
import type { RobotKind } from './robot.js';

/**
 * Custom robot of 钉钉 (DingTalk): at most 20 messages a minute and robot; beyond that it is silenced for ten minutes.
 * Signed by the milliseconds of now and the secret, valid for an hour. Source: 自定义机器人接入, 安全设置.
 */
export const DINGTALK: RobotKind = {
  limits: [{ sends: 20, withinMs: 60_000 }],
  textBytes: 20_000,
  request: (text, address, secret, now) => ({
    url: secret === null ? address : signed(address, secret, now.getTime()),
    body: { msgtype: 'text', text: { content: text } },
  }),
  codeOf: ({ errcode }) => (typeof errcode === 'number' ? errcode : null),
  refusals: {
    [-1]: { forGood: false, code: 'PeerInTrouble', reason: '钉钉系统繁忙' },
    130101: {
      forGood: false,
      code: 'TooManyRequests',
      reason: '超过机器人每分钟 20 条的限制，限流 10 分钟',
      retryAfterMs: 600_000,
    },
    300001: { forGood: true, code: 'AddressRefused', reason: '机器人的 access_token 不存在' },
    310000: {
      forGood: true,
      code: 'CredentialsRefused',
      reason: '不合机器人的安全设置（签名、关键词或来源地址）',
    },
    400013: { forGood: true, code: 'AddressRefused', reason: '群聊已解散' },
    400101: { forGood: true, code: 'AddressRefused', reason: '机器人的 access_token 不存在' },
    400102: { forGood: true, code: 'AddressRefused', reason: '机器人已停用' },
    400106: { forGood: true, code: 'AddressRefused', reason: '机器人不存在' },
  },
};

function signed(address: string, secret: string, timestamp: number): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  url.searchParams.set('timestamp', String(timestamp));
  url.searchParams.set('sign', sign);
  return url.href;
}
