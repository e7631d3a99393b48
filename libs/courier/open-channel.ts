import {
  DINGTALK,
  FEISHU,
  mailChannel,
  OUTGOING_RULES,
  robotChannel,
  smsChannel,
  smsGatewaySchema,
  webhookChannel,
  WECOM,
  mailSettingsSchema,
  type Channel,
  type OutgoingRules,
} from '#notify';
import type { ChannelRead } from '#persistence';
import { CHANNEL_SETTINGS } from './channel-settings.js';
import type { SecretBox } from './secret-box.js';

export interface OutsideWorld {
  /** The wall clock: peers check signatures by it, whatever clock the record runs on. */
  now: () => Date;
  /** What may be called. */
  rules: OutgoingRules;
  box: SecretBox;
}

export const outgoingRules = (more: Partial<OutgoingRules> = {}): OutgoingRules => ({
  ...OUTGOING_RULES,
  ...more,
});

/** Makes a channel of its row. The address of a letter is ignored by robots: theirs is the channel's. @throws Error on settings that cannot be read */
export function openChannel(row: ChannelRead, { now, rules, box }: OutsideWorld): Channel {
  const secret = row.sealedSecret === null ? undefined : box.open(row.sealedSecret);
  switch (row.kind) {
    case 'mail': {
      const { password } = CHANNEL_SETTINGS.mail.secret.parse(secret) ?? {};
      return mailChannel(
        mailSettingsSchema.parse({ ...row.settings, ...(password === undefined ? {} : { password }) }),
      );
    }
    case 'wecom':
    case 'dingtalk':
    case 'feishu': {
      const { url, signing = null } = CHANNEL_SETTINGS[row.kind].secret.parse(secret);
      const kind = { wecom: WECOM, dingtalk: DINGTALK, feishu: FEISHU }[row.kind];
      const robot = robotChannel(kind, { secret: signing }, now, rules);
      return { ...robot, send: (letter) => robot.send(letter, url) };
    }
    case 'webhook':
      return webhookChannel(CHANNEL_SETTINGS.webhook.secret.parse(secret), now, rules);
    case 'sms': {
      const { headers = {} } = CHANNEL_SETTINGS.sms.secret.parse(secret) ?? {};
      return smsChannel(smsGatewaySchema.parse({ ...row.settings, headers }), rules);
    }
  }
}
