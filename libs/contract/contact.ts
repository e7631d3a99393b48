import { z } from 'zod';
import { listQuery } from './lists/declare-list.js';
import { PEOPLE_LIST } from './lists/of-tasks.js';
import { idSchema, labelledSchema, named } from './primitives.js';

export const CONTACT_STATE_LABELS = {
  unproven: '待验证',
  inUse: '在用',
  refused: '对方拒收',
  takenBack: '已停用',
} as const;

/** Classes of messages, as people choose by them. */
export const MESSAGE_CLASS_NAMES = [
  'notices',
  'escalations',
  'decisions',
  'reminders',
  'tasks',
  'verification',
  'changes',
  'system',
] as const;

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, '时间应写成 HH:mm，例如 09:00');
const hoursSchema = z.object({ from: timeSchema, to: timeSchema });

export const contactSchema = named(
  'Contact',
  z.object({
    id: idSchema,
    channelId: idSchema,
    channel: z.string(),
    kind: z.string(),
    kindLabel: z.string(),
    address: z.string(),
    state: z.enum(['unproven', 'inUse', 'refused', 'takenBack']),
    stateLabel: z.string(),
    /** What the peer said when it refused the address. */
    refusedReason: z.string().nullable(),
    /** `directory`: recorded by an administrator; `self`: by its owner, and proven. */
    keptBy: z.enum(['directory', 'self']),
    /** Classes of messages that do not go there. */
    unwanted: z.array(z.enum(MESSAGE_CLASS_NAMES)),
    anyHour: z.boolean(),
  }),
);
export type ContactView = z.infer<typeof contactSchema>;

/** How the signed-in person is told, and what they can choose. */
export const myMessagesSchema = named(
  'MyMessages',
  z.object({
    /** In the order in which they are used, one after another. */
    contacts: z.array(contactSchema),
    /** Channels in which a person can enter an address of their own. */
    channels: z.array(z.object({ id: idSchema, name: z.string(), kind: z.string(), kindLabel: z.string() })),
    classes: z.array(labelledSchema.extend({ demanded: z.boolean() })),
    inOrder: z.boolean(),
    /** Null: the hours of the policy. */
    hours: hoursSchema.nullable(),
    policyHours: hoursSchema,
    ownHoursAtLeast: z.number(),
    nextChannelAfterHours: z.number(),
    throttle: z.object({ letters: z.int(), withinMinutes: z.int() }),
    /** Of everything chosen here: to be sent back as If-Match. */
    etag: z.string(),
  }),
);
export type MyMessages = z.infer<typeof myMessagesSchema>;

export const offerContactSchema = named(
  'OfferContact',
  z.object({ channelId: idSchema, address: z.string().trim().min(1).max(300) }),
);
export const proveContactSchema = named(
  'ProveContact',
  z.object({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/u, '验证码为 6 位数字'),
  }),
);
export const chooseForContactSchema = named(
  'ChooseForContact',
  z.object({ unwanted: z.array(z.enum(MESSAGE_CLASS_NAMES)).max(20), anyHour: z.boolean() }),
);
export const chooseMessagesSchema = named(
  'ChooseMessages',
  z.object({
    inOrder: z.boolean(),
    hours: hoursSchema.nullable(),
    order: z.array(idSchema).max(50),
  }),
);

/** People and their addresses, for administrators. */
export const peopleContactsSchema = named(
  'PeopleContacts',
  z.object({
    items: z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        username: z.string(),
        unit: z.string(),
        contacts: z.array(contactSchema),
      }),
    ),
    /** Null above 10,000. */
    total: z.int().nonnegative().nullable(),
    nextCursor: z.string().nullable(),
  }),
);
export type PeopleContacts = z.infer<typeof peopleContactsSchema>;
export const peopleContactsQuerySchema = listQuery(PEOPLE_LIST);
export const personContactParamsSchema = z.object({ id: idSchema, contact: idSchema });
