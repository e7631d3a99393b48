import { NOTICE_KINDS, NOTICE_STATES } from '#contract';
import { z } from 'zod';

/** Which messages are shown. */
export const messageFilterSchema = z.object({
  unread: z.literal(true).optional().catch(undefined),
});
export type MessageFilter = z.infer<typeof messageFilterSchema>;

/** Which notices are shown. */
export const noticeFilterSchema = z.object({
  kind: z.enum(NOTICE_KINDS).optional().catch(undefined),
  state: z.enum(NOTICE_STATES).optional().catch(undefined),
  unit: z.guid().optional().catch(undefined),
});
export type NoticeFilter = z.infer<typeof noticeFilterSchema>;

/** Which of the two lists is shown, its conditions, and the notice that lies open. */
export const inboxSearchSchema = messageFilterSchema.extend(noticeFilterSchema.shape).extend({
  tab: z.literal('notices').optional().catch(undefined),
  notice: z.string().optional().catch(undefined),
});
export type InboxSearch = z.infer<typeof inboxSearchSchema>;
