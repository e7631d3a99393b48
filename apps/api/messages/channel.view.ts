import { CHANNEL_SETTINGS, ROBOTS } from '#courier';
import { CHANNEL_KIND_LABELS, WAY_STATES, labelOf, type ChannelView } from '#contract';
import type { ChannelHealth, ChannelKind, ChannelRead } from '#persistence';

/** What may be shown of a channel's settings, by name; everything else, and every secret, is left out. */
const SHOWN: Readonly<Record<string, string>> = {
  host: '服务器',
  port: '端口',
  encryption: '加密',
  from: '发件人',
  user: '登录名',
  method: '请求方式',
  format: '请求格式',
};

/** What peers allow, in words. Those of a server of one's own stand in its settings. */
const PEER_LIMITS: Partial<Record<ChannelKind, string[]>> = {
  wecom: ['每分钟最多 20 条'],
  dingtalk: ['每分钟最多 20 条，超过则限流 10 分钟'],
  feishu: ['每分钟最多 100 条，每秒最多 5 条'],
};

export interface ChannelFacts {
  health: ChannelHealth | undefined;
  pausedBy: string | null;
  addresses: number;
  groups: string[];
  counts: readonly { state: string; count: number }[];
}

export function channelView(channel: ChannelRead, facts: ChannelFacts): ChannelView {
  const { id, name, kind, state, pausedReason, pausedAt, takesReceipts } = channel;
  const settings = completed(channel);
  const { sendsPerMinute } = settings;
  return {
    id,
    name,
    kind,
    kindLabel: labelOf(CHANNEL_KIND_LABELS, kind),
    paused: state === 'paused',
    pausedReason,
    pausedAt,
    pausedBy: facts.pausedBy,
    settings: Object.entries(SHOWN).flatMap(([key, label]) => {
      const value = settings[key];
      return typeof value === 'string' || typeof value === 'number'
        ? [{ name: label, value: String(value) }]
        : [];
    }),
    limits: [
      ...(PEER_LIMITS[kind] ?? []),
      ...(typeof sendsPerMinute === 'number' ? [`每分钟最多 ${sendsPerMinute} 封`] : []),
    ],
    isGroup: ROBOTS.includes(kind),
    receipts: takesReceipts
      ? 'made'
      : kind === 'mail' || (kind === 'sms' && settings['receipts'] !== undefined)
        ? 'possible'
        : 'none',
    lastSentAt: facts.health?.lastSentAt ?? null,
    lastFailedAt: facts.health?.lastFailedAt ?? null,
    lastFailure: facts.health?.lastFailure ?? null,
    addresses: facts.addresses,
    groups: facts.groups,
    counts: WAY_STATES.flatMap((one) => {
      const count = facts.counts
        .filter((found) => found.state === one)
        .reduce((sum, found) => sum + found.count, 0);
      return count === 0 ? [] : [{ state: one, count }];
    }),
  };
}

/** The settings with what they leave to be understood; as they are where they cannot be read. */
function completed({ kind, settings }: ChannelRead): Record<string, unknown> {
  const parsed = CHANNEL_SETTINGS[kind].settings.safeParse(settings);
  return parsed.success ? parsed.data : settings;
}
