import { z } from 'zod';
import { strictly } from './lists/declare-list.js';

/** Where to begin where no Last-Event-ID says so: a position of the trail; left out, with what happens from now on. */
export const eventStreamQuerySchema = strictly({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: '从这个游标之后开始；0 为从头；不填则从现在开始' }),
});

/**
 * What comes on the stream: `message` (no `event:` line) has an OutgoingEvent, `position` nothing, only how far this person
 * has seen the trail, `bye` why the stream ends. The id of each is the cursor to go on from.
 */
export const EVENT_STREAM_EVENTS = ['message', 'position', 'bye'] as const;
export const eventStreamByeSchema = z.object({
  /** `shutdown`: connect again; `signedOut`: sign in first; `rolesChanged`: connect again, other things may be seen. */
  reason: z.enum(['shutdown', 'signedOut', 'rolesChanged']),
});
export type EventStreamBye = z.infer<typeof eventStreamByeSchema>;

export const EVENT_STREAM_ROUTES = {
  eventStream: {
    method: 'get',
    path: '/api/v1/events/stream',
    summary: '本人可见的事件（实时）：任务、应报事项、文书；断开后以 Last-Event-ID 续接',
    tag: 'webhook',
    status: 200,
    query: eventStreamQuerySchema,
    mediaType: 'text/event-stream',
    problems: ['CursorInvalid'],
  },
} as const;
