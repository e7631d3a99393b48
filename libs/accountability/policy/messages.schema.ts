import { z } from 'zod';
import { timeLimit } from './ladder.schema.js';
import { MESSAGE_CLASSES } from './message-class.js';

/** How messages leave the house (domain.md §8) as policy data: what nobody can switch off, how many, by which way. */

export const CHANNEL_KINDS = ['sms', 'wecom', 'dingtalk', 'feishu', 'mail', 'webhook'] as const;

const eachOnce = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;

export const messageRules = z
  .object({
    /** Classes of messages that a person cannot switch off; after `unreachedAfter` unread they are told by telephone. */
    demanded: z
      .array(z.enum(MESSAGE_CLASSES))
      .refine(eachOnce, { message: '同一类消息只写一次' })
      .default(['notices', 'escalations']),
    /** So many letters within so long to one address; what comes beyond goes out together later. */
    throttle: z
      .object({ letters: z.number().int().min(1).max(100), withinMinutes: z.number().int().min(5).max(1440) })
      .strict()
      .prefault({ letters: 6, withinMinutes: 60 }),
    /** Which ways are taken first, for a person who takes one after another and has chosen no order. */
    channels: z
      .array(z.enum(CHANNEL_KINDS))
      .refine(eachOnce, { message: '同一种渠道只写一次' })
      .default([...CHANNEL_KINDS]),
    /** With `inOrder`, so many working hours pass before the next way is taken. */
    inOrder: z.boolean().default(false),
    nextChannelAfterHours: z.number().min(0.25).max(80).default(4),
    /** Hours that a person chooses for themselves lie within the policy's, and are at least so long. */
    ownHoursAtLeast: z.number().min(0.5).max(12).default(4),
    /** A demanded message that is unread for so long counts as one that reached nobody. */
    unreachedAfter: timeLimit.prefault({ workingDays: 2, at: '17:30' }),
    /** Who rings up, after how many calls in vain it goes up, and to whom; the first of them that is held is told. */
    calls: z
      .object({
        by: z.array(z.enum(['supervisor', 'headquartersOffice'])).min(1),
        inVainAtMost: z.number().int().min(1).max(20),
        upTo: z.array(z.enum(['leadUnitHead', 'headquartersOffice', 'deputyCommander', 'commander'])).min(1),
      })
      .strict()
      .prefault({
        by: ['supervisor', 'headquartersOffice'],
        inVainAtMost: 3,
        upTo: ['leadUnitHead', 'deputyCommander', 'commander'],
      }),
  })
  .strict();
export type MessageRules = z.infer<typeof messageRules>;
