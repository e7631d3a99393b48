import { mailSettingsSchema, smsGatewaySchema } from '#notify';
import type { ChannelKind } from '#persistence';
import { z } from 'zod';

const robotSecret = z
  .object({
    /** The robot's whole address: it holds the key. */
    url: z.url('机器人地址应为完整的网址'),
    /** Its signing secret, where it checks signatures. */
    signing: z.string().min(1).optional(),
  })
  .strict();

/** What each kind of channel is told: what may be shown, and what is kept sealed. */
export const CHANNEL_SETTINGS = {
  mail: {
    settings: mailSettingsSchema.omit({ password: true }),
    secret: z.object({ password: z.string() }).strict().optional(),
  },
  wecom: { settings: z.object({}).strict(), secret: robotSecret },
  dingtalk: { settings: z.object({}).strict(), secret: robotSecret },
  feishu: { settings: z.object({}).strict(), secret: robotSecret },
  webhook: {
    settings: z.object({}).strict(),
    secret: z.object({ secret: z.string().min(16, '签名密钥至少 16 个字符') }).strict(),
  },
  sms: {
    settings: smsGatewaySchema.omit({ headers: true }),
    // Headers of a gateway carry its password.
    secret: z
      .object({ headers: z.record(z.string(), z.string()) })
      .strict()
      .optional(),
  },
} satisfies Record<ChannelKind, { settings: z.ZodType; secret: z.ZodType }>;

/** Kinds whose channel is itself the address: one robot, one group. */
export const ROBOTS: readonly ChannelKind[] = ['wecom', 'dingtalk', 'feishu'];
