import { z } from 'zod';
import { listQuery } from './lists/declare-list.js';
import { INBOX_LIST } from './lists/of-messages.js';
import { idSchema, instantSchema, named, pageOf } from './primitives.js';

export const inboxMessageSchema = named(
  'InboxMessage',
  z.object({
    id: idSchema,
    kind: z.string(),
    title: z.string(),
    body: z.string(),
    subjectKind: z.string().nullable(),
    subjectId: idSchema.nullable(),
    noticeId: idSchema.nullable(),
    /** The product that it tells of. */
    productId: idSchema.nullable(),
    deliveredAt: instantSchema,
    readAt: instantSchema.nullable(),
  }),
);
export type InboxMessage = z.infer<typeof inboxMessageSchema>;

export const inboxQuerySchema = listQuery(INBOX_LIST);
export const inboxPageSchema = named(
  'InboxPage',
  pageOf(inboxMessageSchema).extend({ unread: z.int().nonnegative() }),
);
export type InboxPage = z.infer<typeof inboxPageSchema>;

export const markReadSchema = named('MarkRead', z.object({ ids: z.array(idSchema).min(1).max(500) }));
export const markedReadSchema = named(
  'MarkedRead',
  z.object({ marked: z.int().nonnegative(), unread: z.int().nonnegative() }),
);
