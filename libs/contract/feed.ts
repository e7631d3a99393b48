import { z } from 'zod';
import { instantSchema, named } from './primitives.js';

/** Whether there is a secret address, and whether a calendar programme has ever asked there. */
export const feedSchema = named(
  'CalendarFeed',
  z.object({ madeAt: instantSchema.nullable(), readAt: instantSchema.nullable() }),
);
export type CalendarFeed = z.infer<typeof feedSchema>;

/** Shown once: it is kept nowhere. */
export const renewedFeedSchema = named('RenewedCalendarFeed', z.object({ url: z.url() }));
export type RenewedCalendarFeed = z.infer<typeof renewedFeedSchema>;

const path = '/api/v1/calendar-feed';

export const FEED_ROUTES = {
  calendarFeed: { method: 'get', path, summary: '日历订阅', tag: 'inbox', status: 200, answer: feedSchema },
  renewCalendarFeed: {
    method: 'put',
    path,
    summary: '生成新的日历订阅地址（原地址随即失效）',
    tag: 'inbox',
    status: 200,
    answer: renewedFeedSchema,
  },
  endCalendarFeed: { method: 'delete', path, summary: '停用日历订阅', tag: 'inbox', status: 204 },
} as const;
