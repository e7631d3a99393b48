import type { RobotKind } from './robot.js';

/**
 * Group robot of 企业微信 (WeCom): at most 20 messages a minute and robot, text up to 2,048 bytes, no signature: the
 * key in the address is the secret. Source: the service's documentation for developers, 群机器人配置说明.
 */
export const WECOM: RobotKind = {
  limits: [{ sends: 20, withinMs: 60_000 }],
  textBytes: 2_048,
  request: (text, address) => ({ url: address, body: { msgtype: 'text', text: { content: text } } }),
  codeOf: ({ errcode }) => (typeof errcode === 'number' ? errcode : null),
  refusals: {
    [-1]: { forGood: false, code: 'PeerInTrouble', reason: '企业微信系统繁忙' },
    45009: {
      forGood: false,
      code: 'TooManyRequests',
      reason: '超过群机器人每分钟 20 条的限制',
      retryAfterMs: 60_000,
    },
    93000: { forGood: true, code: 'AddressRefused', reason: '机器人地址无效，或机器人已被移出群聊' },
    40058: { forGood: true, code: 'ContentRefused', reason: '消息内容不合规定' },
    44004: { forGood: true, code: 'ContentRefused', reason: '消息内容为空' },
  },
};
