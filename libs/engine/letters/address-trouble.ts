import type { ChannelKind } from '#persistence';

/** What is wrong with an address of a kind of channel, in words for whoever typed it; null: nothing. */
export function addressTrouble(kind: ChannelKind, address: string): string | null {
  switch (kind) {
    case 'mail':
      return /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,190}\.[^\s@,;<>".]{2,}$/u.test(address)
        ? null
        : '邮箱地址格式不对，例如 li@example.gov.cn。';
    case 'sms':
      return /^\+?\d{6,15}$/u.test(address) ? null : '手机号码应为 6 至 15 位数字，可以带国际区号的 +。';
    case 'webhook':
      return URL.canParse(address) && /^https?:$/u.test(new URL(address).protocol)
        ? null
        : '回调地址应为完整的网址，例如 https://example.gov.cn/luoshi。';
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
      return '群机器人的地址写在渠道里，个人不单独登记。';
  }
}
