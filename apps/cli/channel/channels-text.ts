import type { LetterRead } from '#persistence';
import { table } from '../terminal/table.js';
import type { ListedChannels } from './channels-of-record.js';

const KINDS: Readonly<Record<string, string>> = {
  mail: '电子邮件',
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  feishu: '飞书群机器人',
  webhook: '签名回调',
  sms: '短信网关',
};
export const LETTER_STATES: Readonly<Record<string, string>> = {
  pending: '待发',
  sending: '发送中',
  sent: '已发出',
  delivered: '已送达',
  read: '已读',
  failedForNow: '失败，将重试',
  failedForGood: '失败，已停止',
};
const CONTACT_STATES: Readonly<Record<string, string>> = {
  unproven: '待验证',
  inUse: '在用',
  refused: '对方拒收',
  takenBack: '已停用',
};

export function channelsText({ channels, contacts }: ListedChannels): string {
  const ways = channels.map(({ name, kind, state, pausedReason }) => [
    name,
    KINDS[kind] ?? kind,
    state === 'on' ? '在用' : `已暂停：${pausedReason ?? ''}`,
  ]);
  const people = contacts.map(({ owner, channel, address, wants, anyHour, state, refusedReason }) => [
    owner,
    channel,
    address === '' ? '（群）' : address,
    wants === 'everything' ? '全部消息' : '仅督办文书',
    anyHour ? '不限时段' : '工作时间',
    `${CONTACT_STATES[state] ?? state}${refusedReason === null ? '' : `：${refusedReason}`}`,
  ]);
  return [
    table(['渠道', '类型', '状态'], ways),
    '',
    table(['接收人', '渠道', '地址', '接收', '时段', '状态'], people),
    '',
    `共 ${channels.length} 个渠道，${contacts.length} 个地址。`,
  ].join('\n');
}

export function lettersText(letters: readonly LetterRead[]): string {
  const rows = letters.map(({ id, channel, owner, title, state, attempts, again, failure }) => [
    owner ?? '（试发）',
    channel,
    title,
    `${LETTER_STATES[state] ?? state}${again ? '（可能重复）' : ''}`,
    String(attempts),
    failure ?? '',
    id,
  ]);
  return `${table(['接收人', '渠道', '标题', '状态', '次数', '原因', '编号'], rows)}\n\n共 ${letters.length} 封。`;
}
